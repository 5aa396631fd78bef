import { inSlice, type LexemeCondition } from './tsquery.js';

/** Of records without a day, which come after all others. */
const dayless = 0;
/** Years before it are one slice. */
const firstYear = 2015;
/** Years after it are one slice: a day that was mistyped makes no search go through thousands. */
const lastYear = 2050;
/** Days of records without one. */
export const noDay = '0001-01-01';

/**
 * The slice of the index in which a day lies: a year. Every lexeme is kept under its slice, so that a word that is everywhere is looked for among the latest records first, and in older ones only
 * if those were not enough.
 */
export function sliceOf(day: string): number {
  if (day === noDay) return dayless;
  const year = Math.min(Number(day.slice(0, 4)), lastYear + 1);
  return Math.max(1, year - firstYear + 2);
}

/** The slices in which records of some days may be, the latest first. */
export function slicesBetween(from: string | null, until: string): number[] {
  const [first, last] = [from === null ? dayless : sliceOf(from), sliceOf(until)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_each, index) => last - index);
}

/** A condition as the records of a slice answer it, written out; null where it never holds, or needs no lexeme. */
export function writtenFor(slice: number, condition: LexemeCondition): string | null {
  return typeof condition === 'string' ? inSlice(slice, condition) : null;
}
