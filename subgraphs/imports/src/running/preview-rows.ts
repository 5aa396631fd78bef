import type { Locale } from '@hub/schema/errors/locale.js';
import { mapRows, type MapOptions, type MappedRow } from '../mapping/map-rows.js';
import { withheld } from '../mapping/kept-record.js';
import type { ReadMapping } from '../mapping/read-mapping.js';
import type { ImportOutcome } from './import-counts.js';
import { reportLine } from './report-lines.js';
import { toldShort } from './told-text.js';

/** What would become of a row, as far as its mapping says: what the act itself would refuse is not known before it is asked. */
export interface PreviewRow {
  readonly row: number;
  readonly key: string;
  readonly outcome: Extract<ImportOutcome, 'TAKEN' | 'LEFT_OUT' | 'REFUSED'>;
  /** What the fields of the item would be; null of what stays in the centre. */
  readonly values: readonly { readonly field: string; readonly value: string | null }[];
  /** Columns or paths of which the source record would keep what stands there: names alone. */
  readonly keptColumns: readonly string[];
  readonly repairs: string;
  readonly field: string;
  readonly rule: string;
  readonly value: string;
  readonly message: string;
}

/** What would become of the first rows of a file; nothing is sent, and nothing is told that a report would not tell. @param count how many rows @throws ImportFault where the file cannot be read so far */
export async function* previewRows(path: string, read: ReadMapping, count: number, locale: Locale, options: MapOptions): AsyncGenerator<PreviewRow> {
  let shown = 0;
  for await (const mapped of mapRows(path, read, options)) {
    yield previewed(mapped, locale);
    shown += 1;
    if (shown === count) return;
  }
}

function previewed(mapped: MappedRow, locale: Locale): PreviewRow {
  const { row, key, outcome, repairs, field, rule, value, message } = reportLine(mapped, { disposition: 'TAKEN', value: null, refusal: null }, locale);
  return { row, key, outcome: outcome as PreviewRow['outcome'], values: 'item' in mapped ? valuesOf(mapped.item, mapped.keptInCentre) : [], keptColumns: 'item' in mapped ? keptColumns(mapped.item) : [], repairs, field, rule, value, message };
}

function valuesOf(item: Readonly<Record<string, unknown>>, keptInCentre: readonly string[]): PreviewRow['values'] {
  return Object.entries(item).flatMap(([name, value]): PreviewRow['values'] => {
    if (name === 'sourceRecord') return [];
    return keptInCentre.includes(name) ? [{ field: name, value: null }] : valuesIn(name, value);
  });
}

/** So many names are told of a record, members of members so far down. */
const most = { names: 200, deep: 5 };

/** What the source record keeps, by name; said by the record itself, and not by what its mapping means to keep. */
export function keptColumns({ sourceRecord }: Readonly<Record<string, unknown>>): string[] {
  const { content } = sourceRecord as { readonly content: string };
  const names = [...new Set(namesIn(JSON.parse(content), []))];
  return [...names.slice(0, most.names).map(toldShort), ...(names.length > most.names ? [`… (${names.length - most.names})`] : [])];
}

function namesIn(value: unknown, path: readonly string[]): string[] {
  if (value === withheld) return [];
  if (typeof value !== 'object' || value === null || path.length === most.deep) return [path.join('/')];
  if (Array.isArray(value)) return (value as unknown[]).flatMap((entry) => (Array.isArray(entry) ? [path.join('/')] : namesIn(entry, path)));
  return Object.entries(value).flatMap(([name, inner]) => namesIn(inner, [...path, name]));
}

function valuesIn(field: string, value: unknown): { field: string; value: string }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ field, value: toldShort(typeof value === 'string' ? value : JSON.stringify(value)) }];
  return Object.entries(value).flatMap(([name, inner]) => valuesIn(`${field}.${name}`, inner));
}
