import { ImportFault } from '../../import-fault.js';
import { readPart, type PartListener } from './part-events.js';
import type { Workbook } from './workbook.js';

/** Sheets, and parts that a workbook names. */
const most = 5000;

/** The part that holds a sheet: the one of that name, or the first. @throws ImportFault IMPORT_UNREADABLE, IMPORT_EXPANDS_TOO_FAR */
export async function sheetPart(workbook: Workbook, wanted: string | undefined): Promise<string> {
  const sheets: { name: string; id: string }[] = [];
  const targets = new Map<string, string>();
  const requireFew = () => {
    if (sheets.length + targets.size > most) throw new ImportFault('IMPORT_EXPANDS_TOO_FAR', { limit: `${most} sheets and parts` });
  };
  const ofWorkbook: PartListener = {
    opened(name, attributes) {
      if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '' });
      requireFew();
    },
  };
  const ofRelations: PartListener = {
    opened(name, attributes) {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
      requireFew();
    },
  };
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
