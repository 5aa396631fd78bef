import type { Bilingual } from '../errors/bilingual.js';
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
  readonly difference: Bilingual;
}

/**
 * What somebody reads under `had` and not under `has`: asked the other way round, what is opened anew. Two clauses that only together open
 * as many rows as one did count as a loss: in doubt somebody looks.
 */
export function lostClauses(had: Opening, has: Opening): readonly LostClause[] {
  return had.audience.flatMap((clause) => {
    const lost = readersOf(clause).filter((reader) => !has.audience.some((other) => speaksToReader(other, reader) && gives(has, other, had, clause)));
    const byDifference = new Map<string, { readonly difference: Bilingual; readonly readers: Reader[] }>();
    for (const reader of lost) {
      const difference = differenceFor(reader, had, clause, has);
      const same = byDifference.get(difference.en);
      if (same) same.readers.push(reader);
      else byDifference.set(difference.en, { difference, readers: [reader] });
    }
    return [...byDifference.values()].map(({ difference, readers }) => ({ readers: readersInWords(readers), difference }));
  });
}

/** Whether a clause gives all that another gives, on every row and in every state. */
function gives(has: Opening, wide: Clause, had: Opening, narrow: Clause): boolean {
  return missing(has, wide, had, narrow).length === 0;
}

function missing(has: Opening, wide: Clause, had: Opening, narrow: Clause): Bilingual[] {
  const sameRows = wide.rows === 'ALL' || (wide.rows === narrow.rows && placeOf(wide) === placeOf(narrow));
  return [
    ...(sameRows ? [] : [{ en: `rows ${rowsInWords(wide)}, not ${rowsInWords(narrow)}`, 'zh-CN': `限于行 ${rowsInWords(wide)}（而非 ${rowsInWords(narrow)}）` }]),
    ...(wide.visibleFrom === undefined || wide.visibleFrom === narrow.visibleFrom ? [] : [{ en: `from ${wide.visibleFrom} on, not ${narrow.visibleFrom ? `from ${narrow.visibleFrom}` : 'at once'}`, 'zh-CN': `自 ${wide.visibleFrom} 起（而非${narrow.visibleFrom ? `自 ${narrow.visibleFrom} 起` : '立即'}）` }]),
    ...(generosity[wide.mask ?? 'none'] <= generosity[narrow.mask ?? 'none'] ? [] : [{ en: `masked ${wide.mask}`, 'zh-CN': `经 ${wide.mask} 脱敏` }]),
    ...(has.needsGrant(wide) && !had.needsGrant(narrow) ? [{ en: 'upon a grant of the holder only', 'zh-CN': '经持有方准许' }] : []),
  ];
}

/** Against the clause that comes nearest. */
function differenceFor(reader: Reader, had: Opening, clause: Clause, has: Opening): Bilingual {
  const [nearest] = has.audience
    .filter((other) => speaksToReader(other, reader))
    .map((other) => missing(has, other, had, clause))
    .toSorted((a, b) => a.length - b.length);
  if (nearest) return { en: nearest.map(({ en }) => en).join(', and '), 'zh-CN': nearest.map((each) => each['zh-CN']).join('，且') };
  const what = clause.rows === 'ALL' ? { en: 'all rows', 'zh-CN': '全部行' } : { en: `rows ${rowsInWords(clause)}`, 'zh-CN': `行 ${rowsInWords(clause)}` };
  const from = clause.visibleFrom;
  return { en: `nothing of ${what.en}${from ? ` from ${from} on` : ''}`, 'zh-CN': `全不可读（${from ? `自 ${from} 起的` : ''}${what['zh-CN']}）` };
}

function rowsInWords(clause: Clause): string {
  return clause.rows === 'REGION' ? `REGION ${placeOf(clause)}` : clause.rows;
}

function placeOf({ rows, place }: Clause): string {
  return rows === 'REGION' ? (place ?? 'SELLER') : '';
}
