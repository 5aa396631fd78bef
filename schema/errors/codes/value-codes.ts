import type { CatalogueEntry } from '../catalogue-entry.js';

/** Values that cannot be taken, and pages that cannot be given. */
export const valueCodes = {
  REQUEST_INVALID: {
    status: 400,
    en: 'The request is not as this address takes it: {problems}. Nothing was done. Correct what is named and send it again.',
    'zh-CN': '请求不符合该地址的要求：{problems}。未执行任何操作。请更正所列内容后重新提交。',
  },
  VALUE_INVALID: {
    en: '{field} is not valid: {problem}. Right would be, for example, {example}.',
    'zh-CN': '{field} 不符合要求：{problem}。正确示例：{example}。',
  },
  NUMBER_PATTERN_COLLIDES: {
    en: 'The rule {pattern} could make a number that {other} makes for {kind}, so that one number would name two things of yours. Begin it with other letters, such as {prefix}, which differ for each kind.',
    'zh-CN': '编号规则 {pattern} 可能产生与 {kind} 的规则 {other} 相同的编号，导致一个编号对应两项事项。请以不同的字母开头，例如各类事项互不相同的 {prefix}。',
  },
  VALUE_REQUIRED: {
    en: '{field} is required here: {problem}.',
    'zh-CN': '此处必须填写 {field}：{problem}。',
  },
  VALUE_TOO_LONG: {
    en: '{field} is longer than {limit} characters. Shorten it.',
    'zh-CN': '{field} 超过 {limit} 个字符。请缩短。',
  },
  TEXT_UNSTORABLE: {
    en: 'A text holds NUL or broken characters, which cannot be kept. Send plain Unicode text.',
    'zh-CN': '文本中含有 NUL 或不完整的字符，无法保存。请提交有效的 Unicode 文本。',
  },
  TIME_IN_FUTURE: {
    en: '{field} lies in the future. Give the time at which it happened, such as {example}.',
    'zh-CN': '{field} 晚于当前时间。请填写实际发生时间，例如 {example}。',
  },
  TIME_IN_PAST: {
    en: '{field} lies in the past. Give a time to come, such as {example}.',
    'zh-CN': '{field} 早于当前时间。请填写将来的时间，例如 {example}。',
  },
  TIMES_OUT_OF_ORDER: {
    en: '{field} ({time}) lies before {what} ({earlier}), and cannot. Give the time at which it happened, {earlier} or later.',
    'zh-CN': '{field}（{time}）早于{what}（{earlier}），不可能如此。请填写实际发生时间，不早于 {earlier}。',
  },
  DURATION_INVALID: {
    en: '{field} is no ISO 8601 duration of days, hours and minutes: {value}. Right would be P3D, or PT36H.',
    'zh-CN': '{field} 不是以日、时、分表示的 ISO 8601 时长：{value}。正确示例：P3D 或 PT36H。',
  },
  PERIOD_REVERSED: {
    en: '{until} does not lie after {from}. Give an end that comes later, or an earlier beginning.',
    'zh-CN': '{until} 不晚于 {from}。请填写更晚的结束时间或更早的开始时间。',
  },
  PAGE_SIZE_INVALID: {
    en: 'Ask for 1 to {limit} rows, forward with first and after or backward with last and before, not both.',
    'zh-CN': '请请求 1 至 {limit} 行：向后翻页用 first 和 after，向前翻页用 last 和 before，二者择一。',
  },
  CURSOR_INVALID: {
    en: 'The cursor is not one of this list. Start again without it.',
    'zh-CN': '该游标不属于本列表。请不带游标重新查询。',
  },
} as const satisfies Record<string, CatalogueEntry>;
