import { all, any, has, type LexemeCondition } from './tsquery.js';

const sign = '^t';
const quarterOf = (day: string): number => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** The quarter of a day, as a lexeme. */
export function quarterLexeme(day: string): string {
  return `${sign}:${quarterOf(day)}`;
}

/** More are not named. */
const most = 80;

/** What is looked for, from the quarter of a day on; undefined where that names too many quarters. */
export function sinceQuarter(condition: LexemeCondition, since: string, today: string): LexemeCondition | undefined {
  const [first, last] = [quarterOf(since), quarterOf(today)];
  if (last - first >= most || last < first) return undefined;
  // Days of notices to come are of the next year at most.
  const quarters = Array.from({ length: last + 5 - first }, (_each, index) => has(`${sign}:${first + index}`));
  return all([any(quarters), condition]);
}
