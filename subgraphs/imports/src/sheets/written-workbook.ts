import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { columnLetters } from '../reading/spreadsheet/column-letters.js';
import { writtenText } from '../reading/spreadsheet/cell-text.js';

export interface WrittenColumn {
  readonly heading: string;
  /** What its heading looks like: to be filled in, required besides, or only there to be read. */
  readonly look: 'required' | 'free' | 'read';
  /** In characters. */
  readonly width: number;
  /** What its cells are chosen from. */
  readonly choices?: readonly string[] | undefined;
}

export interface WrittenSheet {
  /** At most 31 characters. */
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly string[])[];
  /** How many rows may be filled in: so far reach the choices. */
  readonly room?: number;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Of all files, so that the same is the same to the byte. */
const mtime = new Date('1980-01-02T00:00:00Z');
/** Characters of a cell at most (Excel specifications and limits). */
const longestCell = 32_767;
const cut = ' …';
const listsSheet = 'lists';

/** Text, so that a spreadsheet makes no number or day of what is written, with quotePrefix, so that it never runs one as a formula; then the headings, and text that is only there to be read. */
const looks = { text: 1, required: 2, free: 3, read: 4, told: 5 } as const;
const fill = (rgb: string) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`;
const heading = (fillId: number) => `<xf numFmtId="49" fontId="1" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
const styles =
  `<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><sz val="11"/><color rgb="FF666666"/></font></fonts>` +
  `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE699')}${fill('DDEBF7')}${fill('EDEDED')}</fills>` +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>${heading(2)}${heading(3)}${heading(4)}` +
  `<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** Writes a workbook (ECMA-376) of texts: no cell is a formula, and what is chosen from stands in a hidden sheet at its end. */
export async function writtenWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const lists = [...new Map(sheets.flatMap(({ columns }) => columns.flatMap(({ choices }) => (choices ? [[choices.join('\n'), choices] as const] : [])))).values()];
  const all = [...sheets, { name: listsSheet, columns: lists.map((_choices, n) => ({ heading: String(n + 1), look: 'read' as const, width: 12 })), rows: rowsOf(lists) }];
  const zip = new ZipFile();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(declaration + xml), name, { mtime });
  const override = (part: string, type: string) => `<Override PartName="/xl/${part}" ContentType="${content}.${type}+xml"/>`;
  const related = (id: number, type: string, target: string) => `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  add(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${all.map((_sheet, n) => override(`worksheets/sheet${n + 1}.xml`, 'worksheet')).join('')}</Types>`,
  );
  add('_rels/.rels', `<Relationships xmlns="${packageRelations}">${related(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`);
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${all.map(({ name }, n) => `<sheet name="${attribute(name)}" sheetId="${n + 1}"${name === listsSheet ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
  );
  add('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${packageRelations}">${all.map((_sheet, n) => related(n + 1, 'worksheet', `worksheets/sheet${n + 1}.xml`)).join('')}${related(all.length + 1, 'styles', 'styles.xml')}</Relationships>`);
  add('xl/styles.xml', styles);
  for (const [n, sheet] of all.entries()) add(`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet, lists));
  zip.end();
  return buffer(zip.outputStream);
}

function sheetXml({ columns, rows, room = 0 }: WrittenSheet, lists: readonly (readonly string[])[]): string {
  const widths = columns.map(({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" style="${looks.text}" customWidth="1"/>`).join('');
  const header = line(columns.map(({ heading: text, look }) => cell(text, looks[look])));
  const body = rows.map((row) => line(row.map((text, n) => cell(text, columns[n]?.look === 'read' ? looks.told : looks.text)))).join('');
  const validations = columns.flatMap(({ choices }, n) => (choices ? [validation(n, Math.max(rows.length, room), choices, lists)] : []));
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `${widths === '' ? '' : `<cols>${widths}</cols>`}<sheetData>${header}${body}</sheetData>` +
    `${validations.length === 0 ? '' : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`}</worksheet>`
  );
}

function validation(column: number, rows: number, choices: readonly string[], lists: readonly (readonly string[])[]): string {
  const [place, from] = [columnLetters(column), columnLetters(lists.findIndex((list) => list.join('\n') === choices.join('\n')))];
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${place}2:${place}${rows + 1}"><formula1>${listsSheet}!$${from}$2:$${from}$${choices.length + 1}</formula1></dataValidation>`;
}

/** Lists side by side, as rows. */
function rowsOf(lists: readonly (readonly string[])[]): string[][] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_row, n) => lists.map((list) => list[n] ?? ''));
}

function line(cells: readonly string[]): string {
  return `<row>${cells.join('')}</row>`;
}

function cell(text: string, style: number): string {
  if (text === '') return `<c s="${style}"/>`;
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${writtenText(text.length > longestCell ? text.slice(0, longestCell - cut.length) + cut : text)}</t></is></c>`;
}

function attribute(text: string): string {
  return writtenText(text).replaceAll('"', '&quot;');
}
