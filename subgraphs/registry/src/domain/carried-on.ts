import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';

/**
 * An edition of a list with what the version in force has and the edition lacks: no code vanishes, because old records name it (5.4.3 c). What was left out
 * means nothing from a day on.
 *
 * @param day YYYY-MM-DD
 */
export function carriedOn(edition: CodeListContent, inForce: CodeListContent, day: string): CodeListContent {
  const known = new Set(edition.codes.map(({ code }) => code));
  const left = inForce.codes.filter(({ code }) => !known.has(code));
  return { ...edition, codes: [...edition.codes, ...left.map((entry) => ({ ...entry, validTo: entry.validTo ?? laterOf(day, entry.validFrom) }))] };
}

/** A time of validity has a day at least. */
function laterOf(day: string, validFrom: string | null): string {
  if (validFrom === null || validFrom < day) return day;
  return new Date(Date.parse(`${validFrom}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
