import { all, any, type LexemeCondition } from '../search/tsquery.js';

/** That so many of these conditions hold, at least. */
export function atLeast(count: number, conditions: readonly LexemeCondition[]): LexemeCondition {
  if (count <= 0) return true;
  if (count > conditions.length) return false;
  if (count === conditions.length) return all(conditions);
  const [first = false, ...rest] = conditions;
  return count === 1 ? any(conditions) : any([all([first, atLeast(count - 1, rest)]), atLeast(count, rest)]);
}
