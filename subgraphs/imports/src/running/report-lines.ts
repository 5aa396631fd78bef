import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { Repair } from '../mapping/field-value.js';
import type { MappedRow } from '../mapping/map-rows.js';
import { personalNumbers } from '../mapping/repairs/personal-numbers.js';
import { repairs } from '../mapping/repairs/repairs.js';
import type { ImportOutcome } from './import-counts.js';
import type { TakenItem } from './take-items.js';
import { toldShort, toldText } from './told-text.js';

/** A row of the report: what became of a row of the source. */
export interface ReportLine {
  readonly row: number;
  readonly key: string;
  readonly outcome: ImportOutcome;
  /** 编号 of the record, where there is one. */
  readonly number: string;
  readonly repairs: string;
  readonly field: string;
  /** Code of the catalogue of errors. */
  readonly rule: string;
  readonly value: string;
  readonly message: string;
}

/** The columns of the report, in order. */
export const reportColumns = ['row', 'key', 'outcome', 'number', 'repairs', 'field', 'rule', 'value', 'message'] as const satisfies readonly (keyof ReportLine)[];

/** What became of a row, from its mapping and from what the hub said of it. A report outlives its file and auditors read it: what it tells of the source is told by toldText. */
export function reportLine(row: MappedRow, sent: TakenItem | undefined, locale: Locale): ReportLine {
  const line = { row: row.row, key: toldText(row.key), number: '', repairs: '', field: '', rule: '', value: '', message: '' };
  if ('leftOut' in row) return { ...line, outcome: 'LEFT_OUT', message: row.leftOut[locale] };
  if ('problems' in row) {
    const { problems } = row;
    const of = (part: (problem: (typeof problems)[number]) => string) => problems.map(part).join('; ');
    return { ...line, outcome: 'REFUSED', field: of(({ field }) => field), rule: of(({ code }) => code), value: of(({ value }) => toldShort(value)), message: toldText(of(({ code, parameters }) => errorMessage(code, locale, parameters))) };
  }
  const told = toldRepairs(row.repairs, locale);
  if (!sent || sent.refusal) {
    const field = sent?.refusal?.field ?? '';
    const value = row.keptInCentre.includes(field.split('.')[0] ?? '') ? '' : toldShort(valueIn(row.item, field));
    return { ...line, outcome: 'REFUSED', repairs: told, field, rule: sent?.refusal?.code ?? '', value, message: toldText(sent?.refusal?.message ?? '') };
  }
  return { ...line, outcome: sent.disposition as ImportOutcome, number: sent.value?.number ?? '', repairs: told };
}

/** Each repair with field, rule, before and after. Of a field with the number of a person only what it has become is told: a space more, and the number is not known for one. */
function toldRepairs(made: readonly Repair[], locale: Locale): string {
  const withNumbers = new Set(made.filter(({ before, after }) => [before, after].some((text) => personalNumbers(text) !== text)).map(({ field }) => field));
  const texts = ({ field, rule, before, after }: Repair) => {
    if (!withNumbers.has(field)) return `: "${toldShort(before)}" → "${toldShort(after)}"`;
    return rule === 'personal-numbers' ? `: "${toldShort(after)}"` : '';
  };
  return made.map((repair) => `${repair.field}: ${repairs[repair.rule].why[locale]} (${repair.rule})${texts(repair)}`).join('; ');
}

function valueIn(item: Readonly<Record<string, unknown>>, path: string): string {
  const value = path.split('.').reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined), item);
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
