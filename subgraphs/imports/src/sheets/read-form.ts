import { ImportFault } from '../import-fault.js';
import { sheetParts } from '../reading/spreadsheet/sheet-parts.js';
import { sheetTable } from '../reading/spreadsheet/sheet-table.js';
import { Workbook } from '../reading/spreadsheet/workbook.js';
import { keyColumn, type ActForm } from './act-form.js';
import { columnNamed } from './column-heading.js';
import type { FormRow } from './form-row.js';
import { numberInCell } from './number-in-cell.js';

export interface FormLimits {
  /** Rows in which something stands. */
  readonly rows: number;
  /** Bytes of a part of the workbook, when unpacked. */
  readonly unpacked: number;
}

/**
 * Reads the filled-in sheet of an act: the sheet that bears the act's name, with headings that name its columns, in whatever order.
 * @throws ImportFault SHEET_UNREADABLE, SHEET_NOT_OF_ACT, SHEET_TOO_LONG, IMPORT_EXPANDS_TOO_FAR, IMPORT_ENTITIES, IMPORT_RECORD_TOO_LONG
 */
export async function readForm(bytes: Buffer, form: ActForm, limits: FormLimits): Promise<FormRow[]> {
  try {
    return await rowsIn(bytes, form, limits);
  } catch (error) {
    // Whoever fills in a sheet knows of no mapping, of which these would tell.
    if (!(error instanceof ImportFault && (error.code === 'IMPORT_UNREADABLE' || error.code === 'IMPORT_TRUNCATED'))) throw error;
    throw new ImportFault('SHEET_UNREADABLE', { problem: error.parameters['problem'] ?? { en: 'it ends before it is whole', 'zh-CN': '文件不完整' } });
  }
}

async function rowsIn(bytes: Buffer, form: ActForm, { rows: most, unpacked }: FormLimits): Promise<FormRow[]> {
  const workbook = await Workbook.of(bytes, unpacked);
  const rows: FormRow[] = [];
  try {
    const part = (await sheetParts(workbook)).get(form.act);
    if (part === undefined) throw notOf(form, { en: `it has no sheet ${form.act}`, 'zh-CN': `没有名为 ${form.act} 的工作表` });
    const headings = new Map<string, string>();
    const onHeader = (header: readonly string[]) => {
      for (const [name, heading] of requireColumns(form, header)) headings.set(name, heading);
    };
    for await (const { row, cells: written } of sheetTable(workbook, part, { header: 1, columns: { required: [], aliases: {} }, onHeader, numberText: numberInCell })) {
      const cells = new Map([...headings].map(([name, heading]) => [name, textOf(written[heading]).trim()]));
      if ([...cells].every(([name, text]) => text === '' || name === keyColumn)) continue;
      if (rows.length === most) throw new ImportFault('SHEET_TOO_LONG', { limit: most });
      rows.push({ row, cells, written: Object.fromEntries(Object.entries(written).map(([heading, value]) => [heading, textOf(value)])) });
    }
  } finally {
    workbook.close();
  }
  return rows;
}

/** The heading of each column. @throws ImportFault SHEET_NOT_OF_ACT */
function requireColumns(form: ActForm, header: readonly string[]): ReadonlyMap<string, string> {
  const headings = new Map<string, string>();
  for (const heading of header) {
    const name = columnNamed(heading);
    if (name === undefined) continue;
    if (headings.has(name)) throw notOf(form, { en: `the column ${name} stands in it twice`, 'zh-CN': `列 ${name} 出现两次` });
    headings.set(name, heading);
  }
  const strange = [...headings.keys()].filter((name) => !form.columns.some((column) => column.name === name));
  if (strange.length > 0) throw notOf(form, { en: `the act does not take ${strange.join(', ')}`, 'zh-CN': `该操作没有 ${strange.join('、')}` });
  const missing = form.columns.filter(({ name, required }) => required && !headings.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw notOf(form, { en: `it lacks the columns ${missing.join(', ')}`, 'zh-CN': `缺少列 ${missing.join('、')}` });
  return headings;
}

function notOf({ act }: ActForm, problem: { en: string; 'zh-CN': string }): ImportFault {
  return new ImportFault('SHEET_NOT_OF_ACT', { act, problem });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
