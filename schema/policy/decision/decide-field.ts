import type { FieldTerms, Mask } from '../terms/vocabulary.js';
import { applicableClauses } from './applicable-clauses.js';
import type { AppliedClause } from './applied-clause.js';
import type { Caller } from './caller.js';
import { clauseAdmitsRow, needsRow } from './clause-admits-row.js';
import type { FieldDecisions } from './desk-decisions.js';
import type { Stamps } from './stamps.js';

/** What the terms give a caller before the row is known. */
export type ProfileDecision =
  | { readonly kind: 'ALLOW'; readonly mask: Mask | undefined }
  | { readonly kind: 'DENY' }
  | { readonly kind: 'BY_ROW'; readonly clauses: readonly AppliedClause[] };

/** What the terms give a caller on one row. */
export type RowDecision =
  | { readonly allowed: true; readonly mask: Mask | undefined; /** By a grant of the row's holder. */ readonly granted?: true }
  | { readonly allowed: false; readonly notYet: boolean };

/** Decides what does not depend on the row; done once per caller profile and terms. */
export function decideForProfile(terms: FieldTerms, caller: Caller, decisions?: FieldDecisions): ProfileDecision {
  const clauses = applicableClauses(terms, caller, decisions);
  const [first] = clauses;
  if (first === undefined) return { kind: 'DENY' };
  return needsRow(first) ? { kind: 'BY_ROW', clauses } : { kind: 'ALLOW', mask: first.mask };
}

/** Decides on one row; a row without stamps is unknown and denied. */
export function decideForRow(
  decision: ProfileDecision,
  caller: Caller,
  stamps: Stamps | undefined,
): RowDecision {
  if (decision.kind === 'ALLOW') return { allowed: true, mask: decision.mask };
  if (decision.kind === 'DENY' || stamps === undefined) return { allowed: false, notYet: false };
  const clause = decision.clauses.find((candidate) => clauseAdmitsRow(candidate, caller, stamps));
  if (clause !== undefined) return { allowed: true, mask: clause.mask, ...(clause.holders && { granted: true as const }) };
  const notYet = decision.clauses.some(
    (candidate) =>
      candidate.visibleFrom !== undefined && clauseAdmitsRow({ ...candidate, visibleFrom: undefined }, caller, stamps),
  );
  return { allowed: false, notYet };
}
