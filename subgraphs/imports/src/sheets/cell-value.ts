import { coerced } from '../mapping/coerced.js';
import { dayInText } from '../mapping/readings/day-in-text.js';
import { RowProblem } from '../mapping/row-problem.js';
import type { FormColumn } from './act-form.js';
import { timeInCell } from './time-in-cell.js';

const separators = /[\n;；]+/;
/** A number as a spreadsheet stores it, with the noise of binary fractions: 0.30000000000000004. */
const stored = /^-?\d+\.\d{15,}$|^-?\d+(\.\d+)?E[+-]?\d+$/i;
const decimal = /^-?\d+(\.\d+)?$/;

/**
 * What a cell says, as the act takes it; undefined where it is empty.
 * @throws RowProblem VALUE_INVALID
 */
export function cellValue(column: FormColumn, cell: string): unknown {
  const { name, type, list, choices } = column;
  const parts = (list ? cell.split(separators) : [cell]).map((part) => plain(column, part.trim())).filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const values = choices && type !== 'Boolean' ? choices.map(({ value }) => value) : undefined;
  return coerced(name, list ? parts : parts[0], { type, list, required: false, ...(values && { values }) });
}

/** A text in the one form that its type has. */
function plain({ name, type, choices }: FormColumn, text: string): string {
  if (text === '' || ['String', 'ID'].includes(type)) return text;
  const narrow = text.normalize('NFKC');
  if (choices) return chosen(choices, narrow, type);
  if (type === 'Date') return dayInText(narrow) ?? '';
  if (type === 'DateTime') {
    const time = timeInCell(narrow);
    if (time === undefined) throw new RowProblem(name, 'VALUE_INVALID', { problem: { en: `"${text}" is no time of a day`, 'zh-CN': `“${text}”不是日期和时间` }, example: '2026-03-01 09:30' }, text);
    return time;
  }
  const number = stored.test(narrow) ? String(Number(Number(narrow).toPrecision(15))) : narrow;
  if (type === 'Decimal' && !decimal.test(number)) throw new RowProblem(name, 'VALUE_INVALID', { problem: { en: `"${text}" is no number`, 'zh-CN': `“${text}”不是数` }, example: '12.50' }, text);
  return number;
}

/** By its word or its value, as a spreadsheet writes it too (TRUE, or 1 where it is stored); what is neither is told by whoever reads the value. */
function chosen(choices: NonNullable<FormColumn['choices']>, text: string, type: string): string {
  if (type === 'Boolean' && ['1', '0'].includes(text)) return text === '1' ? 'true' : 'false';
  return choices.find(({ value, word }) => word === text || value.toLowerCase() === text.toLowerCase())?.value ?? text;
}
