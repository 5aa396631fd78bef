import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { ActForm } from './act-form.js';
import { columnNamed, reasonHeadings } from './column-heading.js';
import { explanation } from './explanation.js';
import type { FormRow } from './form-row.js';
import { writtenColumn } from './form-template.js';
import { writtenWorkbook, type WrittenSheet } from './written-workbook.js';

/** What became of the rows of one key. */
export interface FormOutcome {
  readonly key: string;
  readonly rows: readonly FormRow[];
  /** NOT_SENT: the hub failed before it came to them; sent again under the same keys nothing is done twice. */
  readonly outcome: 'DONE' | 'REFUSED' | 'LEFT_OUT' | 'NOT_SENT';
  /** Of what it came to, where it was done. */
  readonly id?: string | undefined;
  readonly number?: string | undefined;
  /** Why it was not done. */
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

const words = {
  sheet: { en: 'What became of it', 'zh-CN': '办理结果' },
  row: { en: 'Row', 'zh-CN': '行' },
  key: { en: 'Row key', 'zh-CN': '行标识' },
  outcome: { en: 'Outcome', 'zh-CN': '结果' },
  number: { en: 'Number', 'zh-CN': '编号' },
  id: { en: 'Identifier', 'zh-CN': '标识' },
  DONE: { en: 'done', 'zh-CN': '已办理' },
  REFUSED: { en: 'refused', 'zh-CN': '未办理' },
  LEFT_OUT: { en: 'left out, nothing was written', 'zh-CN': '未填写，不办理' },
  NOT_SENT: { en: 'not sent, send it again', 'zh-CN': '未提交，请重新上传' },
} as const satisfies Record<string, Bilingual>;

/** The answer to a sheet that was sent: what was not done, in the form of the sheet, to be mended there and sent again; then what became of every row. */
export function formAnswer(form: ActForm, outcomes: readonly FormOutcome[], locale: Locale): Promise<Buffer> {
  return writtenWorkbook([notDone(form, outcomes, locale), whatBecame(outcomes, locale), explanation(form, locale)]);
}

function notDone(form: ActForm, outcomes: readonly FormOutcome[], locale: Locale): WrittenSheet {
  const back = outcomes.filter(({ outcome }) => outcome === 'REFUSED' || outcome === 'NOT_SENT');
  const reasons = [reasonHeadings.code, reasonHeadings.reason].map((title) => title[locale]);
  const shown = [...new Set(back.flatMap(({ rows: of }) => of.flatMap(({ written }) => Object.keys(written))))].filter((heading) => columnNamed(heading) === undefined && !isReason(heading));
  const read = (heading: string, width: number) => ({ heading, look: 'read' as const, width });
  const columns = [...form.columns.map((column) => writtenColumn(column, locale)), ...shown.map((heading) => read(heading, 20)), read(reasons[0] ?? '', 24), read(reasons[1] ?? '', 80)];
  const rows = back.flatMap(({ rows: of, code = '', message = '' }) => of.map(({ cells, written }) => [...form.columns.map(({ name }) => cells.get(name) ?? ''), ...shown.map((heading) => written[heading] ?? ''), code, message]));
  return { name: form.act, columns, rows, room: rows.length };
}

/** Whether it told of an earlier time. */
function isReason(heading: string): boolean {
  return Object.values(reasonHeadings).some((title) => Object.values(title).some((each) => each === heading));
}

function whatBecame(outcomes: readonly FormOutcome[], locale: Locale): WrittenSheet {
  const heading = (title: Bilingual, width: number) => ({ heading: title[locale], look: 'read' as const, width });
  const columns = [heading(words.row, 10), heading(words.key, 20), heading(words.outcome, 20), heading(words.number, 24), heading(words.id, 38), heading(reasonHeadings.code, 24), heading(reasonHeadings.reason, 80)];
  const rows = outcomes.map(({ rows: of, key, outcome, number = '', id = '', code = '', message = '' }) => [of.map(({ row }) => row).join(', '), key, words[outcome][locale], number, id, code, message]);
  return { name: words.sheet[locale], columns, rows };
}
