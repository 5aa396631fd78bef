import type { FieldTerms } from '../terms/vocabulary.js';
import { applicableClauses } from './applicable-clauses.js';
import type { Caller } from './caller.js';
import { rowScope, type RowCondition } from './row-scope.js';

/** A condition over the subject's type and the stamp columns, in the shape of a Prisma `where`. */
export interface SubjectCondition {
  readonly OR: readonly { readonly subjectType: { readonly in: readonly string[] }; readonly AND: readonly RowCondition[] }[];
}

/**
 * The rows about subjects of many types, such as events, that are open to a caller: those whose subject the caller may
 * see by the subject's own terms. A type without terms, or without a clause for the caller, is not there.
 *
 * @param keyTerms the terms of each type's key
 */
export function subjectScope(keyTerms: ReadonlyMap<string, FieldTerms>, caller: Caller): SubjectCondition {
  // Types that are open on the same rows share a condition, which keeps the statement short.
  const groups = new Map<string, { types: string[]; rows: RowCondition }>();
  for (const [type, terms] of keyTerms) {
    const clauses = applicableClauses(terms, caller);
    if (clauses.length === 0) continue;
    const rows = rowScope(clauses, caller);
    const same = JSON.stringify(rows);
    const group = groups.get(same);
    if (group) group.types.push(type);
    else groups.set(same, { types: [type], rows });
  }
  const open = [...groups.values()].map(({ types, rows }) => ({ subjectType: { in: types }, AND: [rows] }));
  // Prisma drops an empty OR inside an AND, see row-scope.
  return { OR: open.length > 0 ? open : [{ subjectType: { in: [] }, AND: [] }] };
}
