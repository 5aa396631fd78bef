import type { CatalogueEntry } from '../catalogue-entry.js';

/** What stands in the way of one standard (标准规范, 5.4.3 c). */
export const registryCodes = {
  CODE_VANISHED: {
    en: 'The list {list} has the code {code}, and this version does not: old records name it. Keep it, with the day from which on it is not valid (validTo) and what took its place (successorCodes).',
    'zh-CN': '代码表 {list} 现有代码 {code}，而本版本没有：历史记录仍在引用。请保留该代码，填写失效日期（validTo）和后继代码（successorCodes）。',
  },
  CODE_LIST_NOT_APPROVED: {
    en: 'Nothing was published: this version of {list} ends a code or has one say something else, the first {code}, and no approved proposal holds just this version. Propose it (proposeSchema, hub schema propose --code-list) and have it approved.',
    'zh-CN': '未发布：代码表 {list} 的该版本将使代码失效或变更含义，首个为 {code}，且无与之完全一致的已批准提案。请提出提案（proposeSchema）并经批准后再发布。',
  },
  OPERATION_ID_TAKEN: {
    en: 'The id {id} stands already, for a text that {client} was built with, and one id stands for one text. Build the manifest with ids made of the text, or retire that operation first (retireOperation, hub operations retire).',
    'zh-CN': '编号 {id} 已由客户端 {client} 内置的操作占用，一个编号只对应一个文本。请以文本生成编号，或先停用该操作（retireOperation）。',
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
