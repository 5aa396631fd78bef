import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { MappedRow } from '../mapping/map-rows.js';
import { repairs } from '../mapping/repairs/repairs.js';
import type { ImportOutcome } from './import-counts.js';
import type { TakenItem } from './take-items.js';

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

const longest = 200;

/** What became of a row, from its mapping and from what the hub said of it. */
export function reportLine(row: MappedRow, sent: TakenItem | undefined, locale: Locale): ReportLine {
  const line = { row: row.row, key: row.key, number: '', repairs: '', field: '', rule: '', value: '', message: '' };
  if ('leftOut' in row) return { ...line, outcome: 'LEFT_OUT', message: row.leftOut[locale] };
  if ('problems' in row) {
    const { problems } = row;
    const of = (part: (problem: (typeof problems)[number]) => string) => problems.map(part).join('; ');
    return { ...line, outcome: 'REFUSED', field: of(({ field }) => field), rule: of(({ code }) => code), value: of(({ value }) => short(value)), message: of(({ code, parameters }) => errorMessage(code, locale, parameters)) };
  }
  const told = row.repairs.map(({ field, rule, before, after }) => `${field}: ${repairs[rule].why[locale]} (${rule}): "${short(before)}" → "${short(after)}"`).join('; ');
  if (!sent || sent.refusal) {
    const field = sent?.refusal?.field ?? '';
    return { ...line, outcome: 'REFUSED', repairs: told, field, rule: sent?.refusal?.code ?? '', value: row.keptInCentre.includes(field.split('.')[0] ?? '') ? '' : short(valueIn(row.item, field)), message: sent?.refusal?.message ?? '' };
  }
  return { ...line, outcome: sent.disposition as ImportOutcome, number: sent.value?.number ?? '', repairs: told };
}

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function valueIn(item: Readonly<Record<string, unknown>>, path: string): string {
  const value = path.split('.').reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined), item);
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
