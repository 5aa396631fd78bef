import type { InputField } from './act-input.js';
import { RowProblem } from './row-problem.js';
import { asText, isEmpty } from './value-at.js';

/**
 * A value as its field of the input takes it; undefined where there is none.
 * @throws RowProblem VALUE_REQUIRED, VALUE_INVALID
 */
export function coerced(field: string, value: unknown, { type, list, required, values }: Omit<InputField, 'beyondCentre' | 'keptInCentre'>): unknown {
  if (list) {
    const entries = (Array.isArray(value) ? (value as unknown[]) : [value]).filter((entry) => !isEmpty(entry));
    return entries.length === 0 && !required ? undefined : [...new Set(entries.map((entry) => scalar(field, entry, type, values)))];
  }
  if (Array.isArray(value)) {
    const entries = (value as unknown[]).filter((entry) => !isEmpty(entry));
    if (entries.length > 1) throw new RowProblem(field, 'VALUE_INVALID', { problem: { en: `it takes one value, and there are ${entries.length}`, 'zh-CN': `只能有一个值，而此处有 ${entries.length} 个` }, example: { en: 'one value', 'zh-CN': '一个值' } }, entries.map(asText).join(' | '));
    return coerced(field, entries[0], { type, list, required, ...(values && { values }) });
  }
  if (!isEmpty(value)) return scalar(field, value, type, values);
  if (required) throw new RowProblem(field, 'VALUE_REQUIRED', { problem: { en: 'the source says nothing from which it could be made', 'zh-CN': '来源中没有可用的内容' } });
  return undefined;
}

function scalar(field: string, value: unknown, type: string, values: readonly string[] | undefined): unknown {
  const text = asText(value);
  const invalid = (problem: { en: string; 'zh-CN': string }, example: string) => new RowProblem(field, 'VALUE_INVALID', { problem, example }, text);
  if (values) {
    if (values.includes(text)) return text;
    throw invalid({ en: `"${text}" is none of its values`, 'zh-CN': `“${text}”不在取值范围内` }, values.join(', '));
  }
  switch (type) {
    case 'Int':
      if (/^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= 2_147_483_647) return Number(text);
      throw invalid({ en: `"${text}" is no whole number`, 'zh-CN': `“${text}”不是整数` }, '9700');
    case 'Float':
      if (text !== '' && Number.isFinite(Number(text))) return Number(text);
      throw invalid({ en: `"${text}" is no number`, 'zh-CN': `“${text}”不是数` }, '9.5');
    case 'Boolean':
      if (/^(true|false)$/.test(text)) return text === 'true';
      throw invalid({ en: `"${text}" is neither true nor false`, 'zh-CN': `“${text}”既非 true 也非 false` }, 'true');
    case 'Date':
      if (isDay(text)) return text;
      throw invalid({ en: `"${text}" is no calendar day`, 'zh-CN': `“${text}”不是日期` }, '2026-03-31');
    default:
      if (text !== '') return text;
      throw invalid({ en: 'it is a text, and the source has a record there', 'zh-CN': '应为文本，而来源此处是一个结构' }, 'a text');
  }
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (day === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
