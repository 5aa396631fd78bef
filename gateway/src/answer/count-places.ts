/** What a note of an owner counts: rows that it refused, which are null, or masked, which are not. */
export interface CountedNote {
  /** Response keys in the owner's answer, list positions left out. */
  readonly path: readonly string[];
  readonly count: number;
}

/**
 * Counts the rows of a note as the client sees them, where the owner was asked once for an entity that stands at several places. Exact
 * where every row that could be meant is meant; else it stays at the rows that the owner counted, for which of them it meant is not told.
 */
export function countPlaces(note: CountedNote, kind: 'refused' | 'masked', data: unknown, places: readonly number[]): number {
  const [field, ...keys] = note.path;
  const entities = typeof data === 'object' && data !== null && '_entities' in data ? data._entities : undefined;
  if (field !== '_entities' || !Array.isArray(entities)) return note.count;
  const rows = entities.map((entity: unknown) => rowsAt(entity, keys, kind));
  if (rows.reduce((sum, each) => sum + each, 0) !== note.count) return note.count;
  return rows.reduce((sum, each, at) => sum + each * (places[at] ?? 1), 0);
}

/** How many values at these keys below an entity are null, or are not. */
function rowsAt(value: unknown, [key, ...below]: readonly string[], kind: 'refused' | 'masked'): number {
  if (key === undefined) return (value === null) === (kind === 'refused') ? 1 : 0;
  if (Array.isArray(value)) return value.reduce((sum: number, element: unknown) => sum + rowsAt(element, [key, ...below], kind), 0);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return 0;
  return rowsAt((value as Readonly<Record<string, unknown>>)[key], below, kind);
}
