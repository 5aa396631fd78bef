import { zipOf } from '../../../subgraphs/imports/test/xlsx-file.js';

/** A workbook with one sheet, as a spreadsheet saves it: every second text shared, the others in their cells. */
export function sheetFile(name: string, rows: readonly (readonly string[])[]): Buffer {
  const shared: string[] = [];
  const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (text: string, n: number) => {
    if (text === '') return '<c/>';
    if (n % 2 === 1) return `<c t="inlineStr"><is><t xml:space="preserve">${inXml(text)}</t></is></c>`;
    return `<c t="s"><v>${shared.push(inXml(text)) - 1}</v></c>`;
  };
  const data = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('');
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
  });
}
