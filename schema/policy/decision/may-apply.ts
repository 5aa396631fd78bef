import type { FieldTerms, Purpose } from '../terms/vocabulary.js';
import { speaksTo } from './applicable-clauses.js';
import type { Caller } from './caller.js';
import { clauseAdmitsRow } from './clause-admits-row.js';
import type { Stamps } from './stamps.js';

/** For whom a grant would open a field of 有条件共享 on a row: the purposes that may be named, `any` where the terms ask for none in particular. */
export type MayApply = { readonly purposes: readonly Purpose[] | 'any' } | undefined;

/**
 * Whether a grant would open a field to a caller on a row; undefined where it would not, so that nobody is sent to apply in vain.
 *
 * @param stamps of the row; where it is not known, any row counts
 */
export function mayApply(terms: FieldTerms, caller: Caller, stamps: Stamps | undefined): MayApply {
  if (terms.class !== 'CONDITIONAL') return undefined;
  const clauses = terms.audience
    .filter((clause) => clause.rows !== 'OWN' && speaksTo(clause, caller))
    .filter((clause) => stamps === undefined || (stamps.holder !== caller.partyId && clauseAdmitsRow({ ...clause, visibleFrom: undefined }, caller, stamps)));
  if (clauses.length === 0) return undefined;
  return { purposes: clauses.some(({ purposes }) => purposes === undefined) ? 'any' : [...new Set(clauses.flatMap(({ purposes }) => purposes ?? []))] };
}
