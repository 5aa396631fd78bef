import type { FieldMapping, Mapping, RepairName } from './mapping.js';

const placeholder = /\{([^{}]+)\}/g;

const ofFields = new WeakMap<FieldMapping, readonly string[]>();

/** The columns or paths that a field is made of; found once for all records. */
export function columnsOfField(field: FieldMapping): readonly string[] {
  const { from = [], text = '', each } = field;
  const known = ofFields.get(field);
  if (known) return known;
  const columns = [...from, ...(each === undefined ? [...text.matchAll(placeholder)].map(([, column = '']) => column) : [each])];
  ofFields.set(field, columns);
  return columns;
}

/** All columns or paths that a mapping reads, each once. */
export function columnsOf({ key, skip, fields, keep }: Mapping): string[] {
  return [...new Set([...key, ...skip.map(({ column }) => column), ...Object.values(fields).flatMap(columnsOfField), ...Object.keys(keep)])];
}

/** All that a mapping names of a record, to the members of the entries of lists, each with the repairs with which it is read. */
export function namedPaths({ key, skip, fields, keep }: Mapping): ReadonlyMap<string, ReadonlySet<RepairName>> {
  const named = new Map<string, Set<RepairName>>();
  const add = (path: string, repairs: readonly RepairName[] = []) => named.set(path, new Set([...(named.get(path) ?? []), ...repairs]));
  for (const path of key) add(path);
  for (const { column } of skip) add(column);
  for (const field of Object.values(fields)) for (const path of pathsOfField(field)) add(path, field.repair);
  for (const [path, repairs] of Object.entries(keep)) add(path, repairs);
  return named;
}

function pathsOfField(field: FieldMapping): readonly string[] {
  const { each, text = '' } = field;
  if (each === undefined) return columnsOfField(field);
  return [...text.matchAll(placeholder)].map(([, member = '']) => (member === '.' ? each : `${each}/${member}`));
}

/** A text with what its placeholders name, and whether any of them held anything. */
export function filled(text: string, valueOf: (column: string) => string): string {
  let held = false;
  const whole = text.replaceAll(placeholder, (_, column: string) => {
    const value = valueOf(column);
    held ||= value !== '';
    return value;
  });
  return held ? whole.trim() : '';
}
