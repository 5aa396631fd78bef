import { RowProblem } from '../mapping/row-problem.js';
import { keyColumn, markColumn, type ActForm } from './act-form.js';
import { cellValue } from './cell-value.js';
import { formItem } from './form-item.js';
import type { FormRow } from './form-row.js';

/** What becomes of rows that bear one key before anything is sent: an item, the reasons why there is none, or nothing where nobody has written in them. */
export type FormItem = { readonly key: string; readonly rows: readonly FormRow[] } & ({ readonly item: Readonly<Record<string, unknown>> } | { readonly problems: readonly RowProblem[] } | { readonly untouched: true });

/**
 * Makes the items of an act out of the rows of its sheet, in their order.
 * @param given columns that were filled in beforehand: rows that say nothing else are left out
 */
export function formItems(form: ActForm, rows: readonly FormRow[], given: readonly string[]): FormItem[] {
  return byKey(form, rows).map(({ key, rows: of, problem }) => {
    const untouched = new Set(of.filter((row) => isUntouched(row, given)));
    if (untouched.size === of.length) return { key, rows: of, untouched: true };
    if (problem) return { key, rows: of, problems: [problem] };
    const marked = isMarked(form, of);
    if (marked instanceof RowProblem) return { key, rows: of, problems: [marked] };
    if (!marked) return { key, rows: of, untouched: true };
    // Of an item in which something is written, what was given counts; only entries of lists that nobody has written in do not.
    return { key, rows: of, ...formItem(form, of.filter((row) => !untouched.has(row) || !isOfList(form, row))) };
  });
}

interface Group {
  readonly key: string;
  readonly rows: FormRow[];
  readonly problem?: RowProblem;
}

/** Rows of one key are one item where a list of the act can have several rows; a row without a key is then of the item above it. */
function byKey(form: ActForm, rows: readonly FormRow[]): Group[] {
  const groups = new Map<string, Group>();
  const all: Group[] = [];
  const add = (group: Group) => {
    all.push(group);
    if (!group.problem) groups.set(group.key, group);
  };
  for (const row of rows) {
    const key = row.cells.get(keyColumn) ?? '';
    const before = form.severalRows && key === '' ? all.at(-1) : groups.get(key);
    if (before && form.severalRows) before.rows.push(row);
    else if (key === '') add({ key, rows: [row], problem: new RowProblem(keyColumn, 'VALUE_REQUIRED', { problem: { en: 'by it the row is known again when the sheet is sent twice; any text will do that no other row has', 'zh-CN': '重复上传时据此识别该行；可填写任意文字，但各行不得相同' } }) });
    else if (before) add({ key, rows: [row], problem: new RowProblem(keyColumn, 'SHEET_KEY_TWICE', { key, first: before.rows[0]?.row ?? 0 }, key) });
    else add({ key, rows: [row] });
  }
  return all;
}

function isOfList({ repeated }: ActForm, { cells }: FormRow): boolean {
  return [...cells].some(([name, text]) => text !== '' && repeated.some((path) => name.startsWith(`${path}.`)));
}

function isUntouched({ cells }: FormRow, given: readonly string[]): boolean {
  const beforehand = new Set([keyColumn, ...given]);
  return [...cells].every(([name, text]) => text === '' || beforehand.has(name));
}

/** Whether rows in which something is written are to be done: where the sheet has a column for it, that has to say so. */
function isMarked({ columns }: ActForm, rows: readonly FormRow[]): boolean | RowProblem {
  const column = columns.find(({ name }) => name === markColumn);
  if (!column) return true;
  const text = rows.map(({ cells }) => cells.get(markColumn) ?? '').find((cell) => cell !== '');
  if (text === undefined) return new RowProblem(markColumn, 'VALUE_REQUIRED', { problem: { en: 'something is written in the row, and nothing here; write TRUE to have it done, or FALSE', 'zh-CN': '该行已填写内容，但此列为空；需要办理请填“是”，不办理请填“否”' } });
  try {
    return cellValue(column, text) === true;
  } catch (error) {
    if (error instanceof RowProblem) return error;
    throw error;
  }
}
