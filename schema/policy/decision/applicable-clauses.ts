import type { ActTerms, Clause, FieldTerms } from '../terms/vocabulary.js';
import type { AppliedClause } from './applied-clause.js';
import type { Caller } from './caller.js';
import { needsRow } from './clause-admits-row.js';
import type { FieldDecisions } from './desk-decisions.js';

/** Order of masks, the most generous first. */
export const generosity = { none: 0, PARTIAL: 1, HASH: 2, NULL: 3 } as const;

/**
 * The clauses that apply to a caller whatever the row, the most generous first: unmasked, then PARTIAL, HASH, NULL; of
 * equal ones, first those that need no row.
 *
 * @param decisions what the sharing desk has decided on the field; an act has none
 */
export function applicableClauses(terms: FieldTerms | ActTerms, caller: Caller, decisions?: FieldDecisions): readonly AppliedClause[] {
  const conditional = 'class' in terms && terms.class === 'CONDITIONAL';
  return terms.audience
    .filter((clause) => speaksTo(clause, caller) && servesPurpose(clause, caller))
    .flatMap((clause) => decided(clause, conditional, decisions))
    .sort((a, b) => generosity[a.mask ?? 'none'] - generosity[b.mask ?? 'none'] || Number(needsRow(a)) - Number(needsRow(b)));
}

/** Whether a clause names the caller by kind, level and role, whatever the purpose. */
export function speaksTo(clause: Clause, caller: Caller): boolean {
  return (
    clause.kinds.includes(caller.kind) &&
    (clause.levels === undefined || (caller.level !== undefined && clause.levels.includes(caller.level))) &&
    (clause.roles === undefined || clause.roles.includes(caller.role))
  );
}

function servesPurpose({ purposes }: Clause, { purpose }: Caller): boolean {
  return purposes === undefined || (purpose !== undefined && purposes.includes(purpose));
}

/** What is left of a clause: of 有条件共享 the rows of those who granted it, of a closed field not those of who closed it. A holder keeps its own. */
function decided(clause: Clause, conditional: boolean, decisions: FieldDecisions | undefined): readonly AppliedClause[] {
  if (clause.rows === 'OWN') return [clause];
  const closedBy = decisions?.closings.map(({ holder }) => holder) ?? [];
  if (closedBy.includes(null)) return [];
  if (conditional) {
    const holders = new Set(decisions?.grants.map(({ holder }) => holder).filter((holder) => !closedBy.includes(holder)));
    return holders.size === 0 ? [] : [{ ...clause, holders: [...holders] }];
  }
  return [closedBy.length === 0 ? clause : { ...clause, exceptHolders: closedBy.filter((holder) => holder !== null) }];
}
