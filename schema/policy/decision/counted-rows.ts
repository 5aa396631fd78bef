import type { FieldTerms } from '../terms/vocabulary.js';
import { applicableClauses } from './applicable-clauses.js';
import type { Caller } from './caller.js';
import { needsRow } from './clause-admits-row.js';

/**
 * Of whose rows a caller may know how many there are, by the terms of their key: of all holders', of its `OWN`, or of `NONE`. A number by holder can be
 * told only where the holder alone decides whether a row is seen: of rows that are seen from a state on, in a region or where one is concerned it would count hidden ones too.
 */
export function countedRows(keyTerms: FieldTerms, caller: Caller): 'ALL' | 'OWN' | 'NONE' {
  const clauses = applicableClauses(keyTerms, caller);
  if (clauses.some((clause) => !needsRow(clause))) return 'ALL';
  return clauses.some(({ rows, visibleFrom }) => rows === 'OWN' && visibleFrom === undefined) ? 'OWN' : 'NONE';
}
