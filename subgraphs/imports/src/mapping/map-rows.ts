import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { ImportFault } from '../import-fault.js';
import { isTable } from '../reading/is-table.js';
import { readSource } from '../reading/read-source.js';
import type { Cells, SourceRow } from '../reading/source-row.js';
import { coerced } from './coerced.js';
import { columnsOf } from './columns-of.js';
import { fieldValue, type RecordInWork, type Repair } from './field-value.js';
import { keptRecord } from './kept-record.js';
import { isWithin } from './paths.js';
import type { ReadMapping } from './read-mapping.js';
import { RowProblem } from './row-problem.js';
import { SeenKeys } from './seen-keys.js';
import { asText, valueAt } from './value-at.js';

/** What becomes of a record before it is sent: an item for the act, or the reason why there is none. */
export type MappedRow = { readonly row: number; readonly key: string; readonly source: SourceRow } & (
  | {
      readonly item: Readonly<Record<string, unknown>>;
      /** Of what stays in the centre none is told. */
      readonly repairs: readonly Repair[];
      /** Members of the item that stay in the centre: no report shows them. */
      readonly keptInCentre: readonly string[];
    }
  | { readonly problems: readonly RowProblem[] }
  | { readonly leftOut: Bilingual }
);

export interface MapOptions {
  /** Whether the file is what an earlier import gave back to be mended (reading/mended.ts). */
  readonly mended?: boolean;
  /** What whoever imports gives, by the names that the mapping asks for. */
  readonly given?: Readonly<Record<string, string>>;
}

/** What holds for all records of one file. */
interface FileInWork {
  readonly given: Readonly<Record<string, string>>;
  readonly seen: SeenKeys;
  readonly contentOf: (record: SourceRow) => string;
}

/**
 * Reads a file by a mapping, record by record, in memory that grows by 20 bytes a record.
 * @throws ImportFault where the file as a whole cannot be read; IMPORT_PERSONAL_MISSING at its end where no record had what is to be withheld
 */
export async function* mapRows(path: string, { mapping, input }: ReadMapping, { mended = false, given = {} }: MapOptions = {}): AsyncGenerator<MappedRow> {
  const { format } = mapping;
  const table = isTable(format) ? format : undefined;
  const read = columnsOf(mapping).filter((column) => !(column in mapping.given));
  const required = table ? [...new Set([...read, ...mapping.personal])].filter((column) => !table.optional.includes(column)) : [];
  const file: FileInWork = { given, seen: new SeenKeys(), contentOf: keptRecord(mapping) };
  // A table is known by its header; of what was mended, only some records are there.
  const unseen = new Set(table || mended ? [] : mapping.personal);
  let records = 0;
  for await (const row of readSource(path, format, { required, aliases: table?.aliases ?? {} }, mended)) {
    if (!row.problem) records += 1;
    for (const personal of unseen) if (isWithin(row.cells, personal)) unseen.delete(personal);
    yield mapRow(row, file, { mapping, input });
  }
  if (records > 0 && unseen.size > 0) throw new ImportFault('IMPORT_PERSONAL_MISSING', { missing: [...unseen].join(', ') });
}

function mapRow(received: SourceRow, { given, seen, contentOf }: FileInWork, { mapping, input }: ReadMapping): MappedRow {
  const source = { ...received, cells: { ...withoutNothing(received.cells, mapping.nothing), ...given } };
  const { row, problem, cells } = source;
  const key = mapping.key.map((column) => asText(valueAt(cells, column))).join('/');
  const mapped = { row, key, source: received };
  // Of what cannot be read nobody can say what of it is personal.
  if (problem) return { ...mapped, problems: [new RowProblem('', 'IMPORT_ROW_UNREADABLE', { problem }, mapping.personal.length > 0 ? '' : source.content)] };
  const skipped = mapping.skip.find(({ column, is }) => is.includes(asText(valueAt(cells, column))));
  if (skipped) return { ...mapped, leftOut: skipped.because };
  const missing = mapping.key.find((column) => asText(valueAt(cells, column)) === '');
  if (missing !== undefined) {
    const problem = { en: 'the key of the record is made of it', 'zh-CN': '该列用于构成记录的主键' };
    return { ...mapped, problems: [new RowProblem(missing, 'VALUE_REQUIRED', { problem })] };
  }
  const first = seen.note(key, source.content, row);
  if (first?.same) return { ...mapped, leftOut: { en: `the same record stands in row ${first.row}`, 'zh-CN': `与第 ${first.row} 行的记录相同` } };
  if (first) return { ...mapped, problems: [new RowProblem(mapping.key.join(', '), 'IMPORT_KEY_TWICE', { key, first: first.row }, key)] };
  return { ...mapped, ...itemOf(source, { source: mapping.source, key, content: contentOf(received), contentType: 'application/json' }, { mapping, input }) };
}

function itemOf({ cells }: SourceRow, sourceRecord: Readonly<Record<string, string>>, { mapping, input }: ReadMapping) {
  const item: Record<string, unknown> = Object.fromEntries(input.objects.map((place) => [place, {}]));
  const record: RecordInWork = { cells, mended: new Map(), repairs: [] };
  const problems: RowProblem[] = [];
  const kept = new Set<string>();
  for (const [place, field] of Object.entries(mapping.fields)) {
    const type = input.fields.get(place);
    if (!type) continue; // told when the mapping is read
    const { keptInCentre } = type;
    if (keptInCentre) kept.add(place.split('.')[0] ?? '');
    try {
      put(item, place, coerced(place, fieldValue(place, field, keptInCentre ? { cells, mended: new Map(), repairs: [] } : record), type));
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      problems.push(keptInCentre ? new RowProblem(error.field, error.code, error.parameters) : error);
    }
  }
  if (problems.length > 0) return { problems };
  item['sourceRecord'] = sourceRecord;
  return { item, repairs: record.repairs, keptInCentre: [...kept] };
}

function put(item: Record<string, unknown>, place: string, value: unknown): void {
  if (value === undefined) return;
  const [name = '', ...within] = place.split('.');
  if (within.length === 0) item[name] = value;
  else put((item[name] ??= {}) as Record<string, unknown>, within.join('.'), value);
}

function withoutNothing(cells: Cells, nothing: readonly string[]): Cells {
  if (nothing.length === 0) return cells;
  return Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, typeof value === 'string' && nothing.includes(value.trim()) ? '' : value]));
}
