import type { CatalogueEntry } from '../catalogue-entry.js';

/** What keeps a list from going out as a file. */
export const exportCodes = {
  EXPORT_LIST_UNKNOWN: {
    status: 400,
    en: 'There is no list "{list}" with pages. Name a field of Query that gives nodes and pageInfo, for example riskInformationList.',
    'zh-CN': '没有名为“{list}”的分页列表。请填写 Query 中返回 nodes 与 pageInfo 的字段，例如 riskInformationList。',
  },
  EXPORT_FIELD_UNKNOWN: {
    status: 400,
    en: 'The field "{field}" cannot be a column: {reason}. Name fields of the list, with dots for what lies deeper, for example id or plan.number.',
    'zh-CN': '字段“{field}”不能作为列：{reason}。请填写该列表的字段，更深层以点号连接，例如 id 或 plan.number。',
  },
  EXPORT_ARGUMENT_UNKNOWN: {
    status: 400,
    en: 'The list "{list}" takes no argument "{argument}" of an export. It takes: {taken}.',
    'zh-CN': '导出列表“{list}”时不接受参数“{argument}”。可用参数：{taken}。',
  },
  EXPORT_UNKNOWN: {
    status: 404,
    en: 'You have no such export in this role, or it was not kept any longer. Begin a new one with POST /exports.',
    'zh-CN': '您以此角色没有该导出，或其保留期已过。请以 POST /exports 重新发起。',
  },
  EXPORT_UNDER_WAY: {
    status: 409,
    en: 'This export is being fetched already. Wait until that has ended, and go on from what you have with ?from=.',
    'zh-CN': '该导出正在获取中。请待其结束后，以 ?from= 从已有部分继续。',
  },
  EXPORT_UNFINISHED: {
    status: 409,
    en: 'This export has no manifest yet: it is signed when the last row has left. Fetch the file to its end first.',
    'zh-CN': '该导出尚无清单：清单在最后一行发出后签署。请先取完文件。',
  },
  EXPORTS_TOO_MANY: {
    status: 429,
    en: 'Your party has {came} exports, and {limit} are allowed: {what}. Wait until one has ended, or delete one with DELETE /exports/<id>.',
    'zh-CN': '贵单位已有 {came} 个导出，上限为 {limit} 个：{what}。请等待其中之一结束，或以 DELETE /exports/<id> 删除。',
  },
  EXPORT_TOO_LARGE: {
    en: 'The list has more than {limit} rows, which is the most that one file takes. Export it in parts, by a filter.',
    'zh-CN': '列表超过 {limit} 行，即单个文件的上限。请用筛选条件分批导出。',
  },
  EXPORT_TIME: {
    en: 'The file took longer than {limit} seconds at one go. Go on from what you have with ?from=, or, where the file is XLSX, export fewer rows.',
    'zh-CN': '单次获取超过 {limit} 秒。请以 ?from= 从已有部分继续；XLSX 文件请减少行数。',
  },
} as const satisfies Record<string, CatalogueEntry>;
