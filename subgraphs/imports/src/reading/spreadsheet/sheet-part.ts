import { ImportFault } from '../../import-fault.js';
import { sheetParts } from './sheet-parts.js';
import type { Workbook } from './workbook.js';

/** The part that holds a sheet: the one of that name, or the first. @throws ImportFault IMPORT_UNREADABLE, IMPORT_EXPANDS_TOO_FAR */
export async function sheetPart(workbook: Workbook, wanted: string | undefined): Promise<string> {
  const parts = await sheetParts(workbook);
  const part = wanted === undefined ? [...parts.values()][0] : parts.get(wanted);
  if (part === undefined) {
    const names = [...parts.keys()].join(', ');
    throw new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: { en: `it has no sheet ${wanted ?? ''}; it has: ${names}`, 'zh-CN': `没有工作表 ${wanted ?? ''}；现有：${names}` } });
  }
  return part;
}
