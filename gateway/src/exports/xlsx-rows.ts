import { Readable } from 'node:stream';
import { writtenText } from '@hub/imports/reading/spreadsheet/cell-text.js';
import { ZipFile } from 'yazl';
import { cellOf, type Cell } from './cell-of.js';
import { pathOf, sharingColumn, type ExportColumn } from './export-column.js';
import type { ExportPage } from './export-page.js';
import { rowSharing, sharingInWords } from './row-sharing.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Characters of a cell, and rows of a sheet, at most (Excel specifications and limits). */
const longestCell = 32_767;
export const longestSheet = 1_048_575;
const cut = ' …';

/** The parts of a workbook (ECMA-376) besides its sheet. Style 1 has quotePrefix: a cell stays text also when somebody edits it. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`,
};

/** The pages of a list as an XLSX workbook, written as it is read. Texts are inline strings, never formulas. */
export function xlsxRows(list: string, columns: readonly ExportColumn[], pages: AsyncIterable<ExportPage>): Readable {
  const zip = new ZipFile();
  const mtime = new Date('1980-01-02T00:00:00Z');
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(declaration + xml), name, { mtime });
  const sheet = Readable.from(sheetXml(list, columns, pages), { objectMode: false });
  const output = zip.outputStream as Readable;
  sheet.on('error', (error) => output.destroy(error));
  output.once('close', () => sheet.destroy());
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime });
  zip.end();
  return output;
}

async function* sheetXml(list: string, columns: readonly ExportColumn[], pages: AsyncIterable<ExportPage>): AsyncGenerator<Buffer> {
  const paths = columns.map(pathOf);
  yield Buffer.from(`${declaration}<worksheet xmlns="${main}"><sheetData>${line([...columns.map(({ name }) => name), sharingColumn])}`);
  for await (const { rows, notes } of pages) {
    const sharing = rowSharing(list, notes);
    yield Buffer.from(rows.map((row) => line([...paths.map((path) => cellOf(row, path)), sharingInWords(sharing(row))])).join(''));
  }
  yield Buffer.from('</sheetData></worksheet>');
}

function line(cells: readonly Cell[]): string {
  return `<row>${cells.map(inXml).join('')}</row>`;
}

function inXml(cell: Cell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c t="inlineStr" s="1"><is><t xml:space="preserve">${writtenText(cell.length > longestCell ? cell.slice(0, longestCell - cut.length) + cut : cell)}</t></is></c>`;
}
