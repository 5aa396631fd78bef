import type { Clause, PartyKind } from '../policy/terms/vocabulary.js';

/** The kinds of party to whom an audience opens more than the rows that they hold themselves. */
export function openToOthers(audience: readonly Clause[]): readonly PartyKind[] {
  return [...new Set(audience.filter(({ rows }) => rows !== 'OWN').flatMap(({ kinds }) => kinds))];
}
