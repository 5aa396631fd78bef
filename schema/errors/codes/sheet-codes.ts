import type { CatalogueEntry } from '../catalogue-entry.js';

/** Sheets of acts that are filled in and sent (填报表). What is wrong with a whole sheet keeps all of it out; what is wrong with a row, that row. */
export const sheetCodes = {
  SHEET_ACT_UNKNOWN: {
    status: 404,
    en: 'There is no sheet for {act}. There are sheets for: {acts}.',
    'zh-CN': '没有 {act} 的填报表。可填报的操作：{acts}。',
  },
  SHEET_UNREADABLE: {
    en: 'The file is no workbook in XLSX: {problem}. Nothing was done. Save it as XLSX (not XLS or CSV) and send it again.',
    'zh-CN': '文件不是 XLSX 工作簿：{problem}。未办理任何行。请另存为 XLSX（不是 XLS 或 CSV）后重新上传。',
  },
  SHEET_NOT_OF_ACT: {
    en: 'This is no sheet of {act}: {problem}. Nothing was done. Send it to the act whose sheet it is, or fetch that of {act} and copy the rows into it.',
    'zh-CN': '这不是 {act} 的填报表：{problem}。未办理任何行。请上传至其所属的操作，或重新下载 {act} 的填报表后将各行复制过去。',
  },
  SHEET_TOO_LONG: {
    en: 'The sheet has more than {limit} rows in which something stands. Nothing was done. Send it in several files.',
    'zh-CN': '填报表中有内容的行超过 {limit} 行。未办理任何行。请分成多个文件上传。',
  },
  SHEETS_TOO_MANY: {
    status: 429,
    en: 'Your party has {limit} sheets under way, which is the most at a time. Wait until one is done, and try again.',
    'zh-CN': '贵单位正在办理的填报表已达 {limit} 份。请待其中之一完成后再试。',
  },
  SHEET_KEY_TWICE: {
    en: 'The row key {key} stands in row {first} already. Give this row one of its own, by filling down the first column.',
    'zh-CN': '行标识 {key} 已见于第 {first} 行。请为本行填写另一标识，可在第一列向下填充。',
  },
  SHEET_ROWS_DIFFER: {
    en: 'Rows of one key are one item, and row {row} says {value} for {field} where row {first} says {said}. Leave the cell empty or write the same; or give the row another key.',
    'zh-CN': '行标识相同的各行为同一项，而第 {row} 行的 {field} 为“{value}”，第 {first} 行起为“{said}”。请留空或填写相同内容；如为另一项，请改用其他行标识。',
  },
} as const satisfies Record<string, CatalogueEntry>;
