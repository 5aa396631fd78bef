import type { ExportRow } from './export-page.js';

export type Cell = string | number | boolean | null;

/** The value of a row at a path: what stands in lists, and what is no plain value, as JSON. */
export function cellOf(row: ExportRow, path: readonly string[]): Cell {
  const value = valueAt(row, path);
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}

/** The value at a path, lists gone through; undefined where the way ends before. */
export function valueAt(value: unknown, [head, ...rest]: readonly string[]): unknown {
  if (head === undefined || value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((each) => valueAt(each, [head, ...rest]) ?? null);
  return valueAt((value as ExportRow)[head], rest);
}
