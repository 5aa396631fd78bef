import type { CatalogueEntry } from '../catalogue-entry.js';

/** What stands in the way of one standard (标准规范, 5.4.3 c). */
export const registryCodes = {
  CODE_VANISHED: {
    en: 'The list {list} has the code {code}, and this version does not: old records name it. Keep it, with the day from which on it is not valid (validTo) and what took its place (successorCodes).',
    'zh-CN': '代码表 {list} 现有代码 {code}，而本版本没有：历史记录仍在引用。请保留该代码，填写失效日期（validTo）和后继代码（successorCodes）。',
  },
  CODE_VALIDITY_OVERLAPS: {
    en: 'The code {code} would mean two things on one day. End one meaning (validTo) on the day from which the next is valid (validFrom).',
    'zh-CN': '代码 {code} 在同一日有两个含义。请使前一含义的失效日期（validTo）不晚于后一含义的生效日期（validFrom）。',
  },
  CODE_RETIRED: {
    en: '{code} of the list {list} is not in force today: records that have it keep it, and a new one takes what took its place: {successors}.',
    'zh-CN': '代码表 {list} 中的 {code} 目前不在有效期内：已有记录保留原代码，新记录请使用其后继代码：{successors}。',
  },
} as const satisfies Record<string, CatalogueEntry>;
