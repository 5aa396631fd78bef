import { applicableClauses } from '@hub/schema/policy/decision/applicable-clauses.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { SubgraphContext } from '../service/subgraph-context.js';

/** Whether a caller may do one of some acts, on whichever rows: by the terms in force, as the act itself would be decided. */
export function mayDoOneOf({ authority }: Pick<SubgraphContext, 'authority'>, caller: Caller, acts: readonly string[]): boolean {
  return acts.flatMap((act) => authority.actTerms(act) ?? []).some((terms) => applicableClauses(terms, caller).length > 0);
}
