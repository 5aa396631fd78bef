import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { keyColumn, type ActForm, type FormColumn } from './act-form.js';
import type { WrittenSheet } from './written-workbook.js';

const words = {
  sheet: { en: 'How to fill in', 'zh-CN': '填写说明' },
  column: { en: 'Column', 'zh-CN': '列' },
  required: { en: 'Required', 'zh-CN': '必填' },
  yes: { en: 'yes', 'zh-CN': '是' },
  writing: { en: 'How it is written', 'zh-CN': '填写格式' },
  meaning: { en: 'Meaning', 'zh-CN': '含义' },
  standard: { en: 'where empty', 'zh-CN': '留空时为' },
} as const satisfies Record<string, Bilingual>;

/** How a value of a type is written, with an example. */
const writings: Readonly<Record<string, Bilingual>> = {
  Int: { en: 'whole number, 12', 'zh-CN': '整数，如 12' },
  Float: { en: 'number, 12.5', 'zh-CN': '数字，如 12.5' },
  Decimal: { en: 'number, 12.50', 'zh-CN': '数字，如 12.50' },
  Date: { en: 'day, 2026-03-01', 'zh-CN': '日期，如 2026-03-01' },
  DateTime: { en: 'day and time in Beijing, 2026-03-01 09:30', 'zh-CN': '日期和时间（北京时间），如 2026-03-01 09:30' },
  ID: { en: 'identifier in the hub', 'zh-CN': '资源库中的标识' },
};
const text: Bilingual = { en: 'text', 'zh-CN': '文本' };

const general = {
  key: { en: 'Names the row: sent twice, a row is done once. Leave what stands there; for a row of your own fill down, or write any text that no other row has.', 'zh-CN': '用于识别该行：重复上传只办理一次。已填写的请勿更改；自行增加的行请向下填充，或填写与其他行不同的任意文字。' },
  left: { en: 'Rows in which nothing was written are left out. Delete those that are not to be done.', 'zh-CN': '未填写的行不办理。不需办理的行请删除。' },
  read: { en: 'Columns in grey are there to be read, and not sent.', 'zh-CN': '灰色列仅供查看，不会提交。' },
  repeated: {
    en: 'Several rows with one key are one item: each gives an entry of the list. What is the same for all is written in the first row, and left empty below.',
    'zh-CN': '行标识相同的多行为同一项，每行是列表中的一条。各行相同的内容只需填写在第一行，其下可留空。',
  },
} as const satisfies Record<string, Bilingual>;

/** The sheet that tells what is written where, column by column. @param first what is to be known of this one before anything else */
export function explanation(form: ActForm, locale: Locale, first: readonly Bilingual[] = []): WrittenSheet {
  const say = (what: Bilingual) => what[locale];
  const notes = [...first, general.left, general.read, ...(form.severalRows ? [general.repeated] : [])].map((note) => ['', '', '', say(note)]);
  const lines = form.columns.map((column) => [`${column.title[locale]} (${column.name})`, column.required ? say(words.yes) : '', writing(column, locale), column.name === keyColumn ? say(general.key) : column.meaning]);
  const columns = [
    { heading: say(words.column), look: 'read' as const, width: 44 },
    { heading: say(words.required), look: 'read' as const, width: 8 },
    { heading: say(words.writing), look: 'read' as const, width: 44 },
    { heading: `${form.title[locale]}: ${say(words.meaning)}`, look: 'read' as const, width: 80 },
  ];
  return { name: say(words.sheet), columns, rows: [...notes, ...lines] };
}

function writing({ type, list, choices, standard }: FormColumn, locale: Locale): string {
  const form = choices ? choices.map(({ value, word }) => (word === value ? value : `${word} (${value})`)).join(locale === 'en' ? ', ' : '、') : (writings[type] ?? text)[locale];
  const several = list ? (locale === 'en' ? '; several with line breaks or semicolons' : '；多个值用换行或分号分隔') : '';
  const empty = standard === undefined || ['""', '[]'].includes(standard) ? '' : `; ${words.standard[locale]} ${standard}`;
  return `${form}${several}${empty}`;
}
