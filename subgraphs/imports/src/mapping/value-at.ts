import type { Cells } from '../reading/source-row.js';

/** What stands in a column, or at a path of members parted by "/"; a column of that very name goes first. */
export function valueAt(cells: Cells, path: string): unknown {
  if (Object.hasOwn(cells, path)) return cells[path];
  let value: unknown = cells;
  for (const member of path.split('/')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined;
    value = (value as Cells)[member];
  }
  return value;
}

/** Whether there is nothing: no value, an empty text, an empty list. */
export function isEmpty(value: unknown): boolean {
  return value == null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.every(isEmpty));
}

/** A value as one text; what is a record or a list of its own is no text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
