import type { ActTerms, Clause, FieldTerms } from '../terms/vocabulary.js';
import type { Caller } from './caller.js';
import { needsRow } from './clause-admits-row.js';

const generosity = { none: 0, PARTIAL: 1, HASH: 2, NULL: 3 } as const;

/**
 * The clauses that apply to a caller whatever the row, the most generous first: unmasked, then PARTIAL, HASH, NULL; of
 * equal ones, first those that need no row.
 */
export function applicableClauses(terms: FieldTerms | ActTerms, caller: Caller): readonly Clause[] {
  const conditional = 'class' in terms && terms.class === 'CONDITIONAL';
  return terms.audience
    .filter((clause) => applies(clause, caller))
    // Without a grant, 有条件共享 leaves a field to its holder.
    .filter((clause) => !conditional || clause.rows === 'OWN')
    .sort((a, b) => generosity[a.mask ?? 'none'] - generosity[b.mask ?? 'none'] || Number(needsRow(a)) - Number(needsRow(b)));
}

function applies(clause: Clause, caller: Caller): boolean {
  return (
    clause.kinds.includes(caller.kind) &&
    (clause.levels === undefined || (caller.level !== undefined && clause.levels.includes(caller.level))) &&
    (clause.roles === undefined || clause.roles.includes(caller.role)) &&
    (clause.purposes === undefined || (caller.purpose !== undefined && clause.purposes.includes(caller.purpose)))
  );
}
