import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { keyColumn, type ActForm, type FormColumn } from './act-form.js';
import { columnHeading, shownHeading } from './column-heading.js';
import { explanation } from './explanation.js';
import { writtenWorkbook, type WrittenColumn } from './written-workbook.js';

/** A row that waits to be done: what is filled in beforehand, by the names of columns, and what is shown beside it. */
export interface WaitingRow {
  /** Rows of one item have one key. */
  readonly key: string;
  readonly given: Readonly<Record<string, string>>;
  readonly shown: readonly string[];
}

export interface TemplateOptions {
  readonly locale: Locale;
  readonly waiting: readonly WaitingRow[];
  /** Whether more waits than stands in it. */
  readonly more: boolean;
  /** Headings of what is shown. */
  readonly shown: readonly Bilingual[];
  /** Keys of rows that are filled in beyond what waits. */
  readonly freeKeys: readonly string[];
  /** How many rows the hub takes. */
  readonly room: number;
}

/** The sheet of an act to be filled in: what waits stands in it, then rows that have a key alone; behind it, what to write where. */
export function formTemplate(form: ActForm, { locale, waiting, more, shown, freeKeys, room }: TemplateOptions): Promise<Buffer> {
  const rows = [...waiting, ...freeKeys.map((key) => ({ key, given: {}, shown: [] }))];
  const columns = [...form.columns.map((column) => writtenColumn(column, locale)), ...shown.map((title) => ({ heading: shownHeading(title, locale), look: 'read' as const, width: 20 }))];
  const lines = rows.map((row) => [...form.columns.map(({ name }) => (name === keyColumn ? row.key : ((row.given as Record<string, string>)[name] ?? ''))), ...shown.map((_title, n) => row.shown[n] ?? '')]);
  return writtenWorkbook([{ name: form.act, columns, rows: lines, room }, explanation(form, locale, more ? [waiting.length > 0 ? moreWaits(waiting.length) : firstTooLong] : [])]);
}

/** Of an item that is longer than a sheet nothing stands in it: fetched again, it would be as empty. */
const firstTooLong: Bilingual = {
  en: 'What waits first needs more rows than a sheet may have. Ask the operator to raise SHEET_ROWS, or narrow by filter.',
  'zh-CN': '首项待办所需行数超过填报表上限，请联系运维调整 SHEET_ROWS，或用 filter 缩小范围。',
};

function moreWaits(rows: number): Bilingual {
  return {
    en: `More waits than stands here: these are the first ${rows} rows. Send them filled in, and fetch the sheet again for the others.`,
    'zh-CN': `待办事项多于本表所列，本表只列出前 ${rows} 行。请填写上传后重新下载，以办理其余事项。`,
  };
}

/** A column of a sheet to be filled in. */
export function writtenColumn(column: FormColumn, locale: Locale): WrittenColumn {
  return {
    heading: columnHeading(column, locale),
    look: column.required ? 'required' : 'free',
    width: column.name === keyColumn || column.type === 'DateTime' ? 20 : 16,
    ...(column.choices && { choices: column.choices.map(({ value, word }) => (locale === 'zh-CN' || column.type === 'Boolean' ? word : value)) }),
  };
}
