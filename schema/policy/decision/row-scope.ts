import type { AppliedClause } from './applied-clause.js';
import type { Caller } from './caller.js';
import { needsRow, regionStamp } from './clause-admits-row.js';
import { regionPrefix } from './region-prefix.js';

/** A condition over the stamp columns, in the shape of a Prisma `where`. */
export interface RowCondition {
  readonly AND?: readonly RowCondition[];
  readonly OR?: readonly RowCondition[];
  readonly holder?: string | { readonly in: readonly string[] } | { readonly notIn: readonly string[] };
  readonly concerned?: { readonly has: string };
  readonly reached?: { readonly has: string };
  readonly sellerRegion?: { readonly startsWith: string };
  readonly producerRegion?: { readonly startsWith: string };
  readonly platformRegion?: { readonly startsWith: string };
}

/**
 * Admits no row. Not an empty OR: Prisma drops one that stands inside an AND, and every row would come back. So every
 * table of an entity has a holder.
 */
export const nothing: RowCondition = { holder: { in: [] } };

/**
 * The rows that clauses open to a caller, for the WHERE of every statement: before LIMIT, counts and page flags.
 * An empty condition admits everything.
 */
export function rowScope(clauses: readonly AppliedClause[], caller: Caller): RowCondition {
  if (clauses.length === 0) return nothing;
  if (clauses.some((clause) => !needsRow(clause))) return {};
  return { OR: clauses.map((clause) => conditionOf(clause, caller)) };
}

function conditionOf(clause: AppliedClause, caller: Caller): RowCondition {
  const reached: RowCondition = {
    ...(clause.visibleFrom !== undefined && { reached: { has: clause.visibleFrom } }),
    // Clauses on a caller's OWN rows are neither granted nor closed, so that this holder stands beside no other.
    ...(clause.holders && { holder: { in: clause.holders } }),
    ...(clause.exceptHolders && { holder: { notIn: clause.exceptHolders } }),
  };
  switch (clause.rows) {
    case 'ALL':
      return reached;
    case 'OWN':
      return { ...reached, holder: caller.partyId };
    case 'CONCERNED':
      return { ...reached, concerned: { has: caller.partyId } };
    case 'REGION': {
      const prefix = regionPrefix(caller);
      return prefix === undefined ? nothing : { ...reached, [regionStamp[clause.place ?? 'SELLER']]: { startsWith: prefix } };
    }
  }
}
