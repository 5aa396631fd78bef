import { randomLetters } from './random-letters.js';
import { yearInShanghai } from '../calendar/year-in-shanghai.js';

/**
 * A business number (编号) that tells nothing but its series and year, such as SJ-2026-7K3M9QX2VD. For rows that competitors
 * read: from a counter, two numbers of one's own would tell how many went to the others in between. 50 random bits; the
 * unique index of the column stands behind them.
 */
export function randomNumber(series: string, at: Date): string {
  return `${series}-${yearInShanghai(at)}-${randomLetters(10)}`;
}
