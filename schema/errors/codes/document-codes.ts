import type { CatalogueEntry } from '../catalogue-entry.js';

/** What keeps something from being laid out on paper. */
export const documentCodes = {
  DOCUMENT_KIND_UNKNOWN: {
    status: 404,
    en: 'There is no kind of document "{kind}". There are: {kinds}.',
    'zh-CN': '没有“{kind}”这种文件。可用的有：{kinds}。',
  },
  DOCUMENT_UNKNOWN: {
    status: 404,
    en: 'There is nothing of this id that you may have on paper, or nothing of it to be printed yet. Look the id up in the list of which it is a row.',
    'zh-CN': '没有该标识的、您可以打印的内容，或尚无可打印的内容。请在相应列表中查找标识。',
  },
  DOCUMENT_TOO_LARGE: {
    status: 422,
    en: 'The document has more than {limit} pages, or takes too long to be laid out. Export what is in it as a list instead (POST /exports).',
    'zh-CN': '文件超过 {limit} 页，或排版时间过长。请改为以列表导出其内容（POST /exports）。',
  },
  DOCUMENT_LABELS_TOO_MANY: {
    status: 400,
    en: '{came} ids were sent, and {limit} are taken at a time. Only labels are printed for several; ask in several requests.',
    'zh-CN': '提交了 {came} 个标识，一次最多 {limit} 个。仅标签可一次打印多个，请分次请求。',
  },
  DOCUMENTS_TOO_MANY: {
    status: 429,
    en: 'Your party has {limit} documents being laid out, which is the most at a time. Wait until one has come, then ask again.',
    'zh-CN': '贵单位已有 {limit} 份文件正在排版，达到上限。请待其中之一完成后再请求。',
  },
} as const satisfies Record<string, CatalogueEntry>;
