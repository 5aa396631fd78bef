import type { Cells } from '../reading/source-row.js';
import { columnsOfField, filled } from './columns-of.js';
import { cutText } from './cut-text.js';
import type { FieldMapping, RepairName } from './mapping.js';
import { readings, type Reading } from './readings/readings.js';
import { repairs as known } from './repairs/repairs.js';
import { RowProblem } from './row-problem.js';
import { asText, isEmpty, valueAt } from './value-at.js';

/** A repair that was made: of which field, by which rule, from what to what. */
export interface Repair {
  readonly field: string;
  readonly rule: RepairName;
  readonly before: string;
  readonly after: string;
}

/** One record while its fields are made: several read the same column with the same repairs, which are made and told once. */
export interface RecordInWork {
  readonly cells: Cells;
  readonly mended: Map<string, unknown>;
  readonly repairs: Repair[];
}

/**
 * Makes the value of a field by its mapping, step by step: taken, repaired, cut out, split, translated, found or read, joined, shortened.
 * @throws RowProblem IMPORT_VALUE_UNKNOWN
 */
export function fieldValue(field: string, mapping: FieldMapping, record: RecordInWork): unknown {
  if (mapping.value !== undefined) return mapping.value;
  const { text } = mapping;
  const read: Reading | undefined = mapping.read && readings[mapping.read];
  const columns = columnsOfField(mapping);
  if (read !== undefined && text === undefined) {
    const inputs = columns.map((column) => parted(cut(mendedColumn(field, mapping, column, record), mapping), mapping));
    return shortened(joined(read(...inputs), mapping), mapping);
  }
  const first = columns.find((column) => !isEmpty(valueAt(record.cells, column)));
  const whole = text !== undefined ? mended(field, mapping, composed(mapping, record.cells), record) : first === undefined ? undefined : mendedColumn(field, mapping, first, record);
  const taken = cut(whole, mapping);
  const values = found(translated(field, parted(taken, mapping), mapping), mapping);
  return shortened(joined(read === undefined ? values : read(values), mapping), mapping);
}

function mendedColumn(field: string, mapping: FieldMapping, column: string, record: RecordInWork): unknown {
  if (mapping.repair.length === 0) return valueAt(record.cells, column);
  const name = `${mapping.repair.join(' ')} ${column}`;
  if (!record.mended.has(name)) record.mended.set(name, mended(field, mapping, valueAt(record.cells, column), record));
  return record.mended.get(name);
}

function mended(field: string, { repair }: FieldMapping, value: unknown, { repairs }: RecordInWork): unknown {
  return repair.reduce<unknown>((current, rule) => repairedBy(field, rule, current, repairs), value);
}

function composed({ text = '', each }: FieldMapping, cells: Cells): unknown {
  if (each === undefined) return filled(text, (column) => listed(valueAt(cells, column)));
  const entries = valueAt(cells, each);
  return (Array.isArray(entries) ? (entries as unknown[]) : isEmpty(entries) ? [] : [entries]).map((entry) =>
    filled(text, (column) => listed(typeof entry === 'object' && entry !== null ? valueAt(entry as Cells, column) : column === '.' ? entry : undefined)),
  );
}

function listed(value: unknown): string {
  return Array.isArray(value) ? (value as unknown[]).map(asText).filter((text) => text !== '').join('、') : asText(value);
}

function repairedBy(field: string, rule: RepairName, value: unknown, repairs: Repair[]): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map((entry) => repairedBy(field, rule, entry, repairs));
  const before = typeof value === 'number' ? String(value) : value;
  if (typeof before !== 'string') return value;
  const after = known[rule].repair(before);
  if (after === before) return value;
  repairs.push({ field, rule, before, after });
  return after;
}

function cut(value: unknown, { after, before }: FieldMapping): unknown {
  if (typeof value !== 'string' || (after === undefined && before === undefined)) return value;
  const start = after === undefined ? 0 : value.indexOf(after) + after.length;
  if (after !== undefined && !value.includes(after)) return '';
  const rest = value.slice(start);
  const end = before === undefined ? -1 : rest.indexOf(before);
  return end < 0 ? rest : rest.slice(0, end);
}

function parted(value: unknown, { split }: FieldMapping): unknown {
  if (!split || typeof value !== 'string') return value;
  return split.reduce<string[]>((parts, separator) => parts.flatMap((part) => part.split(separator)), [value]).map((part) => part.trim()).filter((part) => part !== '');
}

function translated(field: string, value: unknown, { translate, otherwise }: FieldMapping): unknown {
  if (!translate || isEmpty(value)) return isEmpty(value) && translate && otherwise !== undefined ? otherwise : value;
  if (Array.isArray(value)) return (value as unknown[]).map((entry) => translated(field, entry, { translate, otherwise } as FieldMapping));
  const text = asText(value);
  if (Object.hasOwn(translate, text)) return translate[text];
  if (otherwise !== undefined) return otherwise;
  throw new RowProblem(field, 'IMPORT_VALUE_UNKNOWN', { value: text, known: Object.keys(translate).join(', ') }, text);
}

function found(value: unknown, { find }: FieldMapping): unknown {
  if (!find) return value;
  const text = listed(value);
  return Object.entries(find).flatMap(([words, name]) => (text.includes(words) ? [name] : []));
}

function joined(value: unknown, { join }: FieldMapping): unknown {
  return join === undefined || !Array.isArray(value) ? value : (value as unknown[]).map(asText).filter((text) => text !== '').join(join);
}

function shortened(value: unknown, { limit }: FieldMapping): unknown {
  return limit !== undefined && typeof value === 'string' ? cutText(value, limit) : value;
}
