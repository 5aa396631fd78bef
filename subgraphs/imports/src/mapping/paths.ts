import type { Cells } from '../reading/source-row.js';

/** Whether one of two paths is the other or lies within it, so that who reads the one reads of the other. */
export function overlap(one: string, other: string): boolean {
  return isPartOf(one, other) || isPartOf(other, one);
}

/** Whether a path is another, or lies within it. */
export function isPartOf(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}/`);
}

/** Whether a record has a path, or a column of that very name; within a list, whether an entry has it. */
export function isWithin(cells: Cells, path: string): boolean {
  return Object.hasOwn(cells, path) || holds(cells, path.split('/'));
}

function holds(value: unknown, [member, ...rest]: readonly string[]): boolean {
  if (member === undefined) return true;
  if (Array.isArray(value)) return (value as unknown[]).some((entry) => holds(entry, [member, ...rest]));
  return typeof value === 'object' && value !== null && Object.hasOwn(value, member) && holds((value as Cells)[member], rest);
}
