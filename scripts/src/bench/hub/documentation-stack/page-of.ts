import { countLimit } from '@hub/kernel/lists/connection.js';
import { applicableClauses } from '@hub/schema/policy/decision/applicable-clauses.js';
import { rowScope } from '@hub/schema/policy/decision/row-scope.js';
import type { StackContext } from './stack-subgraph.js';

/** A page of the rows that the caller may see; the rows are in the WHERE. */
export async function pageOf<Row>(
  { caller, terms }: StackContext,
  key: string,
  first: number,
  find: (where: never, take: number) => Promise<Row[]>,
  count: (where: never, take: number) => Promise<number>,
): Promise<object> {
  const ofKey = terms.fields.get(key);
  if (!ofKey) throw new Error(`${key} has no terms.`);
  const where = rowScope(applicableClauses(ofKey, caller), caller) as never;
  const rows = await find(where, first + 1);
  return { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first, hasPreviousPage: false }, totalCount: async () => Math.min(await count(where, countLimit + 1), countLimit) };
}
