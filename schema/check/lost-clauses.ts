import { generosity } from '../policy/decision/applicable-clauses.js';
import type { Clause } from '../policy/terms/vocabulary.js';
import { readersInWords, readersOf, speaksToReader, type Reader } from './reader.js';

/** Clauses as they apply: some open only upon a grant. */
export interface Opening {
  readonly audience: readonly Clause[];
  readonly needsGrant: (clause: Clause) => boolean;
}

/** What one opening gives and another does not, in words. */
export interface LostClause {
  /** Who. */
  readonly readers: string;
  /** What is missing: the rows, the state, the mask, the grant, or all of it. */
  readonly difference: string;
}

/**
 * What somebody reads under `had` and not under `has`: asked the other way round, what is opened anew. Two clauses that only together open
 * as many rows as one did count as a loss: in doubt somebody looks.
 */
export function lostClauses(had: Opening, has: Opening): readonly LostClause[] {
  return had.audience.flatMap((clause) => {
    const lost = readersOf(clause).filter((reader) => !has.audience.some((other) => speaksToReader(other, reader) && gives(has, other, had, clause)));
    const byDifference = new Map<string, Reader[]>();
    for (const reader of lost) {
      const difference = differenceFor(reader, had, clause, has);
      byDifference.set(difference, [...(byDifference.get(difference) ?? []), reader]);
    }
    return [...byDifference].map(([difference, readers]) => ({ readers: readersInWords(readers), difference }));
  });
}

/** Whether a clause gives all that another gives, on every row and in every state. */
function gives(has: Opening, wide: Clause, had: Opening, narrow: Clause): boolean {
  return missing(has, wide, had, narrow).length === 0;
}

function missing(has: Opening, wide: Clause, had: Opening, narrow: Clause): string[] {
  const sameRows = wide.rows === 'ALL' || (wide.rows === narrow.rows && placeOf(wide) === placeOf(narrow));
  return [
    ...(sameRows ? [] : [`rows ${rowsInWords(wide)}, not ${rowsInWords(narrow)}`]),
    ...(wide.visibleFrom === undefined || wide.visibleFrom === narrow.visibleFrom ? [] : [`from ${wide.visibleFrom} on, not ${narrow.visibleFrom ? `from ${narrow.visibleFrom}` : 'at once'}`]),
    ...(generosity[wide.mask ?? 'none'] <= generosity[narrow.mask ?? 'none'] ? [] : [`masked ${wide.mask}`]),
    ...(has.needsGrant(wide) && !had.needsGrant(narrow) ? ['upon a grant of the holder only'] : []),
  ];
}

/** Against the clause that comes nearest. */
function differenceFor(reader: Reader, had: Opening, clause: Clause, has: Opening): string {
  const [nearest] = has.audience
    .filter((other) => speaksToReader(other, reader))
    .map((other) => missing(has, other, had, clause))
    .toSorted((a, b) => a.length - b.length);
  const what = clause.rows === 'ALL' ? 'all rows' : `rows ${rowsInWords(clause)}`;
  return nearest ? nearest.join(', and ') : `nothing of ${what}${clause.visibleFrom ? ` from ${clause.visibleFrom} on` : ''}`;
}

function rowsInWords(clause: Clause): string {
  return clause.rows === 'REGION' ? `REGION ${placeOf(clause)}` : clause.rows;
}

function placeOf({ rows, place }: Clause): string {
  return rows === 'REGION' ? (place ?? 'SELLER') : '';
}
