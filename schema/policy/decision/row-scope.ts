import type { Clause } from '../terms/vocabulary.js';
import type { Caller } from './caller.js';
import { needsRow, regionStamp } from './clause-admits-row.js';
import { regionPrefix } from './region-prefix.js';

/** A condition over the stamp columns, in the shape of a Prisma `where`. */
export interface RowCondition {
  readonly AND?: readonly RowCondition[];
  readonly OR?: readonly RowCondition[];
  readonly holder?: string;
  readonly concerned?: { readonly has: string };
  readonly reached?: { readonly has: string };
  readonly sellerRegion?: { readonly startsWith: string };
  readonly producerRegion?: { readonly startsWith: string };
  readonly platformRegion?: { readonly startsWith: string };
}

/**
 * The rows that clauses open to a caller, for the WHERE of every statement: before LIMIT, counts and page flags.
 * An empty OR admits nothing; an empty condition admits everything.
 */
export function rowScope(clauses: readonly Clause[], caller: Caller): RowCondition {
  if (clauses.some((clause) => !needsRow(clause))) return {};
  return { OR: clauses.map((clause) => conditionOf(clause, caller)) };
}

function conditionOf(clause: Clause, caller: Caller): RowCondition {
  const reached: RowCondition = clause.visibleFrom === undefined ? {} : { reached: { has: clause.visibleFrom } };
  switch (clause.rows) {
    case 'ALL':
      return reached;
    case 'OWN':
      return { ...reached, holder: caller.partyId };
    case 'CONCERNED':
      return { ...reached, concerned: { has: caller.partyId } };
    case 'REGION':
      return { ...reached, [regionStamp[clause.place ?? 'SELLER']]: { startsWith: regionPrefix(caller) } };
  }
}
