import { ImportFault } from '../../import-fault.js';
import { readPart } from './part-events.js';
import type { Workbook } from './workbook.js';

/** The part that holds a sheet: the one of that name, or the first. @throws ImportFault IMPORT_UNREADABLE */
export async function sheetPart(workbook: Workbook, wanted: string | undefined): Promise<string> {
  const sheets: { name: string; id: string }[] = [];
  const targets = new Map<string, string>();
  const ofWorkbook = { opened: (name: string, attributes: Readonly<Record<string, string>>) => void (name === 'sheet' && sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '' })) };
  const ofRelations = { opened: (name: string, attributes: Readonly<Record<string, string>>) => void (name === 'Relationship' && targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')) };
  await readPart(workbook, 'xl/workbook.xml', ofWorkbook);
  await readPart(workbook, 'xl/_rels/workbook.xml.rels', ofRelations);
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  const target = sheet && targets.get(sheet.id);
  if (!target) {
    const names = sheets.map(({ name }) => name).join(', ');
    throw new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: { en: `it has no sheet ${wanted ?? ''}; it has: ${names}`, 'zh-CN': `没有工作表 ${wanted ?? ''}；现有：${names}` } });
  }
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
