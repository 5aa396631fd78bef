import type { Clause, FieldTerms, Mask } from '../terms/vocabulary.js';
import { generosity } from './applicable-clauses.js';
import type { Caller } from './caller.js';

/** One condition of a clause, and whether it holds; null where that depends on the row. */
export interface ExplainedCondition {
  readonly condition: 'KIND' | 'LEVEL' | 'ROLE' | 'PURPOSE' | 'ROWS' | 'STATE' | 'GRANT' | 'CLOSING';
  /** What the clause asks for, in the words of the terms. */
  readonly wanted: string;
  readonly holds: boolean | null;
}

export interface ExplainedClause {
  readonly clause: Clause;
  readonly conditions: readonly ExplainedCondition[];
}

/** What the terms of a field give a party, clause by clause. */
export interface Explanation {
  /** Open, masked, open on certain rows only, open upon an application, or closed. */
  readonly outcome: 'OPEN' | 'MASKED' | 'ON_CERTAIN_ROWS' | 'ON_APPLICATION' | 'CLOSED';
  readonly mask: Mask | undefined;
  readonly clauses: readonly ExplainedClause[];
}

/** What is asked about besides the terms. */
export interface Explained {
  readonly caller: Caller;
  /** A state that the row has reached; undefined where none is named. */
  readonly state?: string | undefined;
  /** Whether some holder has granted the field to the party, under its purpose. */
  readonly granted: boolean;
  /** Whether the field is closed on every row, or on those of some holders. */
  readonly closed: 'NO' | 'SOME_ROWS' | 'EVERY_ROW';
}

/**
 * Explains what decideForProfile decides (5.4.3 d): for each clause which of its conditions hold. It looks at no row, so that it tells of none
 * that there is.
 */
export function explainField(terms: FieldTerms, asked: Explained): Explanation {
  const clauses = terms.audience.map((clause) => ({ clause, conditions: conditionsOf(clause, terms, asked) }));
  const open = clauses.filter(({ conditions }) => conditions.every(({ holds }) => holds !== false));
  const certain = ({ conditions }: ExplainedClause) => conditions.every(({ holds }) => holds === true);
  const [best] = open.toSorted((a, b) => generosity[a.clause.mask ?? 'none'] - generosity[b.clause.mask ?? 'none'] || Number(certain(b)) - Number(certain(a)));
  if (best) {
    const { mask } = best.clause;
    return { outcome: !certain(best) ? 'ON_CERTAIN_ROWS' : mask === undefined ? 'OPEN' : 'MASKED', mask, clauses };
  }
  const onApplication = clauses.some(({ conditions }) => onlyAsksFor(conditions));
  return { outcome: onApplication ? 'ON_APPLICATION' : 'CLOSED', mask: undefined, clauses };
}

/** Whether nothing but the grant is missing, and perhaps the purpose, which is named in applying. */
function onlyAsksFor(conditions: readonly ExplainedCondition[]): boolean {
  const missing = conditions.filter(({ holds }) => holds === false).map(({ condition }) => condition);
  return missing.includes('GRANT') && missing.every((condition) => condition === 'GRANT' || condition === 'PURPOSE');
}

function conditionsOf(clause: Clause, terms: FieldTerms, { caller, state, granted, closed }: Explained): ExplainedCondition[] {
  const { kinds, levels, roles, purposes, rows, place, visibleFrom } = clause;
  const own = rows === 'OWN';
  const conditions: (ExplainedCondition | false)[] = [
    { condition: 'KIND', wanted: kinds.join(', '), holds: kinds.includes(caller.kind) },
    levels !== undefined && { condition: 'LEVEL', wanted: levels.join(', '), holds: caller.level !== undefined && levels.includes(caller.level) },
    roles !== undefined && { condition: 'ROLE', wanted: roles.join(', '), holds: roles.includes(caller.role) },
    purposes !== undefined && { condition: 'PURPOSE', wanted: purposes.join(', '), holds: caller.purpose !== undefined && purposes.includes(caller.purpose) },
    rows !== 'ALL' && { condition: 'ROWS', wanted: rows === 'REGION' ? `REGION ${place ?? 'SELLER'}` : rows, holds: null },
    visibleFrom !== undefined && { condition: 'STATE', wanted: visibleFrom, holds: state === visibleFrom ? true : null },
    // A holder reads its own rows, whatever it grants or closes.
    !own && terms.class === 'CONDITIONAL' && { condition: 'GRANT', wanted: terms.terms, holds: granted ? null : false },
    !own && closed !== 'NO' && { condition: 'CLOSING', wanted: closed, holds: closed === 'EVERY_ROW' ? false : null },
  ];
  return conditions.filter((condition) => condition !== false);
}
