import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { Cells, SourceRow } from '../reading/source-row.js';
import type { InputField } from './act-input.js';
import { coerced } from './coerced.js';
import { fieldValue, type RecordInWork, type Repair } from './field-value.js';
import { keptRecord } from './kept-record.js';
import type { FieldMapping, Mapping } from './mapping.js';
import type { ReadMapping } from './read-mapping.js';
import { readRecords } from './read-records.js';
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
  readonly mapping: Mapping;
  readonly fields: readonly FieldInWork[];
  /** Objects within an item that must be there even when nothing is in them. */
  readonly objects: readonly string[];
  /** Members of the item that stay in the centre. */
  readonly keptInCentre: readonly string[];
  readonly given: Readonly<Record<string, string>>;
  readonly seen: SeenKeys;
  readonly contentOf: (record: SourceRow) => string;
}

/** A field that is made of each record: of which input, and where it stands in the item. */
interface FieldInWork {
  readonly place: string;
  readonly path: readonly string[];
  readonly field: FieldMapping;
  readonly type: InputField;
}

/**
 * Reads a file by a mapping, record by record, in memory that grows by 20 bytes a record.
 * @throws ImportFault as readRecords does
 */
export async function* mapRows(path: string, { mapping, input }: ReadMapping, { mended = false, given = {} }: MapOptions = {}): AsyncGenerator<MappedRow> {
  const fields = Object.entries(mapping.fields).flatMap(([place, field]): FieldInWork[] => {
    const type = input.fields.get(place);
    return type ? [{ place, path: place.split('.'), field, type }] : []; // told when the mapping is read
  });
  const keptInCentre = [...new Set(fields.filter(({ type }) => type.keptInCentre).map(({ path: [member = ''] }) => member))];
  const file = { mapping, fields, objects: input.objects, keptInCentre, given, seen: new SeenKeys(), contentOf: keptRecord(mapping) };
  for await (const row of readRecords(path, { mapping }, mended)) yield mapRow(row, file);
}

function mapRow(received: SourceRow, file: FileInWork): MappedRow {
  const { mapping, given, seen, contentOf } = file;
  const { row, problem, content } = received;
  const cells = withGiven(withoutNothing(received.cells, mapping.nothing), given);
  const key = mapping.key.map((column) => asText(valueAt(cells, column))).join('/');
  const mapped = { row, key, source: received };
  // Of what cannot be read nobody can say what of it is personal.
  if (problem) return { ...mapped, problems: [new RowProblem('', 'IMPORT_ROW_UNREADABLE', { problem }, mapping.personal.length > 0 ? '' : content)] };
  const skipped = mapping.skip.find(({ column, is }) => is.includes(asText(valueAt(cells, column))));
  if (skipped) return { ...mapped, leftOut: skipped.because };
  const missing = mapping.key.find((column) => asText(valueAt(cells, column)) === '');
  if (missing !== undefined) {
    const problem = { en: 'the key of the record is made of it', 'zh-CN': '该列用于构成记录的主键' };
    return { ...mapped, problems: [new RowProblem(missing, 'VALUE_REQUIRED', { problem })] };
  }
  const first = seen.note(key, content, row);
  if (first?.same) return { ...mapped, leftOut: { en: `the same record stands in row ${first.row}`, 'zh-CN': `与第 ${first.row} 行的记录相同` } };
  if (first) return { ...mapped, problems: [new RowProblem(mapping.key.join(', '), 'IMPORT_KEY_TWICE', { key, first: first.row }, key)] };
  return { ...mapped, ...itemOf(cells, { source: mapping.source, key, content: contentOf(received), contentType: 'application/json' }, file) };
}

function itemOf(cells: Cells, sourceRecord: Readonly<Record<string, string>>, { fields, objects, keptInCentre }: FileInWork) {
  const item: Record<string, unknown> = Object.fromEntries(objects.map((place) => [place, {}]));
  const record: RecordInWork = { cells, mended: new Map(), repairs: [] };
  const problems: RowProblem[] = [];
  for (const { place, path, field, type } of fields) {
    try {
      put(item, path, coerced(place, fieldValue(place, field, type.keptInCentre ? { cells, mended: new Map(), repairs: [] } : record), type));
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      problems.push(type.keptInCentre ? new RowProblem(error.field, error.code, error.parameters) : error);
    }
  }
  if (problems.length > 0) return { problems };
  item['sourceRecord'] = sourceRecord;
  return { item, repairs: record.repairs, keptInCentre };
}

function put(item: Record<string, unknown>, path: readonly string[], value: unknown): void {
  if (value === undefined) return;
  const [last = '', within] = [path.at(-1), path.slice(0, -1)];
  const object = within.reduce((inner, name) => (inner[name] ??= {}) as Record<string, unknown>, item);
  object[last] = value;
}

function withGiven(cells: Cells, given: Readonly<Record<string, string>>): Cells {
  return Object.keys(given).length === 0 ? cells : { ...cells, ...given };
}

function withoutNothing(cells: Cells, nothing: readonly string[]): Cells {
  if (nothing.length === 0) return cells;
  return Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, typeof value === 'string' && nothing.includes(value.trim()) ? '' : value]));
}
