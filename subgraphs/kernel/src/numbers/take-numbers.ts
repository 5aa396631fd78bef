import { numberSeries, standardNumberPattern, type NumberedKind } from '@hub/schema/code-lists/number-series.js';
import { numberBy, randomNumberLength } from '@hub/schema/identifiers/number-pattern.js';
import { yearInShanghai } from '../calendar/year-in-shanghai.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { numberRule, ruleInForce } from './number-rule.js';
import { randomLetters } from './random-letters.js';

/** Whose number it is, and when what it numbers is done. */
export interface Numbered {
  /** Id of the party: each has series of its own. */
  readonly holder: string;
  readonly at: Date;
}

/**
 * Takes the next business numbers (编号) of a party for one kind, such as JH-2026-000017, by the rule that the party has set for it or the standard one (ADR 0031).
 * Where they are counted the count is held until the transaction ends: whoever takes the next one waits, and what is rolled back leaves no gap.
 */
export async function takeNumbers(tx: Transaction, kind: NumberedKind, { holder, at }: Numbered, count: number): Promise<string[]> {
  const year = yearInShanghai(at);
  const { prefix, by } = numberSeries[kind];
  if (by === 'DRAWN') {
    const { pattern, region } = await numberRule(tx, kind, holder, at);
    return Array.from({ length: count }, () => numberBy(pattern, { prefix, region, year, random: randomLetters(randomNumberLength) }));
  }
  // The rule is read as the count is taken, in one statement. A rule without the year counts on from one year to the next, as year 0.
  const [taken] = await tx.$queryRawUnsafe<{ last: number; pattern: string; region: string }[]>(
    `WITH rule AS (${ruleInForce}), counted AS (
       INSERT INTO kernel.number_count (holder, kind, year, last)
       SELECT $1, $2, CASE WHEN pattern LIKE '%{year}%' THEN $5::int ELSE 0 END, $6::int FROM rule
       ON CONFLICT (holder, kind, year) DO UPDATE SET last = kernel.number_count.last + excluded.last
       RETURNING last
     )
     SELECT last, pattern, region FROM rule, counted`,
    holder, kind, at, standardNumberPattern(kind), year, count,
  );
  if (!taken) throw new Error(`No number of ${kind} was taken for ${holder}.`);
  const { last, pattern, region } = taken;
  return Array.from({ length: count }, (_, index) => numberBy(pattern, { prefix, region, year, seq: last - count + 1 + index }));
}

/** Takes the next business number of a party for one kind. */
export async function takeNumber(tx: Transaction, kind: NumberedKind, numbered: Numbered): Promise<string> {
  const [number = ''] = await takeNumbers(tx, kind, numbered, 1);
  return number;
}
