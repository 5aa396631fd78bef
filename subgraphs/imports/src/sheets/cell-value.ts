import type { Bilingual, MessageParameter } from '@hub/schema/errors/bilingual.js';
import { coerced } from '../mapping/coerced.js';
import { dayInText } from '../mapping/readings/day-in-text.js';
import { RowProblem } from '../mapping/row-problem.js';
import type { FormColumn } from './act-form.js';
import { hasLostDigits, numberInCell } from './number-in-cell.js';
import { timeInCell } from './time-in-cell.js';

const separators = /[\n;；]+/;
/** A number as a spreadsheet stores it, with the noise of binary fractions: 0.30000000000000004. */
const stored = /^-?\d+\.\d{15,}$|^-?\d+(\.\d+)?E[+-]?\d+$/i;
const decimal = /^-?\d+(\.\d+)?$/;
/** What a spreadsheet writes where it could not come to a value. */
const errors = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/;
const itself = { en: 'the value itself instead of a formula', 'zh-CN': '以具体内容代替公式' };
const itselfOrNothing = { en: 'the value itself instead of a formula, or an empty cell', 'zh-CN': '以具体内容代替公式，或将单元格留空' };

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
function plain({ name, type, required, choices }: FormColumn, text: string): string {
  const invalid = (problem: Bilingual, example: MessageParameter) => new RowProblem(name, 'VALUE_INVALID', { problem, example }, text);
  if (errors.test(text)) throw invalid({ en: `"${text}" is an error of the spreadsheet, and no value`, 'zh-CN': `“${text}”是电子表格的错误值，不是内容` }, required ? itself : itselfOrNothing);
  if (hasLostDigits(text)) throw invalid({ en: `of the number "${text}" the spreadsheet has not kept all digits`, 'zh-CN': `数字“${text}”的部分位数已被电子表格舍去` }, { en: 'all its digits as text, with an apostrophe before them', 'zh-CN': '将单元格设为文本后填写全部数字，或在数字前加英文单引号' });
  if (text === '' || ['String', 'ID'].includes(type)) return text;
  const narrow = text.normalize('NFKC');
  if (choices) return chosen(choices, narrow, type);
  if (type === 'Date') return dayInText(narrow) ?? '';
  if (type === 'DateTime') {
    const time = timeInCell(narrow);
    if (time === undefined) throw invalid({ en: `"${text}" is no time of a day`, 'zh-CN': `“${text}”不是日期和时间` }, '2026-03-01 09:30');
    return time;
  }
  const number = stored.test(narrow) ? numberInCell(narrow) : narrow;
  if (type === 'Decimal' && !decimal.test(number)) throw invalid({ en: `"${text}" is no number`, 'zh-CN': `“${text}”不是数` }, '12.50');
  return number;
}

/** By its word or its value, as a spreadsheet writes it too (TRUE, or 1 where it is stored); what is neither is told by whoever reads the value. */
function chosen(choices: NonNullable<FormColumn['choices']>, text: string, type: string): string {
  if (type === 'Boolean' && ['1', '0'].includes(text)) return text === '1' ? 'true' : 'false';
  return choices.find(({ value, word }) => word === text || value.toLowerCase() === text.toLowerCase())?.value ?? text;
}
