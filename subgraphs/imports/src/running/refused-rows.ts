import { stringify } from 'csv-stringify/sync';
import type { Format } from '../mapping/mapping.js';
import { isTable } from '../reading/is-table.js';
import { reasonColumn } from '../reading/mended.js';
import type { RefusedRow } from './import-journal.js';
import type { ReportLine } from './report-lines.js';

/** Name of the file of refused rows: CSV of a table, else JSON lines. */
export function refusedFileOf(format: Format): 'refused.csv' | 'refused.jsonl' {
  return isTable(format) ? 'refused.csv' : 'refused.jsonl';
}

/** Refused rows as they came, to be mended and imported again: those of a table with their reasons in the last columns (reading/mended.ts). @param first whether the file begins with them */
export function refusedRows(rows: readonly RefusedRow[], format: Format, first: boolean): string {
  if (rows.length === 0) return '';
  if (!isTable(format)) return rows.map(({ content }) => `${content.replaceAll('\n', ' ')}\n`).join('');
  const withReasons = rows.map(({ cells, line }) => ({ ...cells, ...reasonsBeside(line) }));
  return asCsv(withReasons, Object.keys(withReasons[0] ?? {}), first);
}

/** UTF-8 with its mark, which spreadsheets need; what they would take for a formula stands behind an apostrophe. */
export function asCsv(rows: readonly object[], columns: readonly string[], first: boolean): string {
  return stringify(rows as object[], { columns: [...columns], header: first, bom: first, escape_formulas: true, record_delimiter: 'windows', cast: { boolean: String } });
}

function reasonsBeside({ row, field, rule, value, message }: ReportLine): Readonly<Record<string, string>> {
  return { [`${reasonColumn}row`]: String(row), [`${reasonColumn}field`]: field, [`${reasonColumn}rule`]: rule, [`${reasonColumn}value`]: value, [`${reasonColumn}message`]: message };
}
