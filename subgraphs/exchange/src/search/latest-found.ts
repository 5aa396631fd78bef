import { mostFound, type Found, type SearchIndex } from '../repository/search-index.js';
import { sinceQuarter } from './quarters.js';
import type { LexemeCondition } from './tsquery.js';

/** Hundredths of all entries, the latest, that are looked into before all are. */
const stages = [4, 20] as const;

/**
 * What is found, the latest first, up to one more than is counted. The latest entries are looked into first, by the lexemes of their quarters: of words that are everywhere there are enough among them, and a million
 * entries need not be gone through. Where there are not, all are, and then the words are rare enough.
 */
export async function latestFound(index: SearchIndex, condition: LexemeCondition, between: Omit<Found, 'query'>): Promise<string[]> {
  if (typeof condition === 'boolean') return [];
  for (const since of await index.days(stages)) {
    const query = sinceQuarter(condition, since, new Date().toISOString());
    if (typeof query !== 'string') continue;
    const latest = await index.latest({ query, ...between });
    if (latest.length > mostFound) return latest;
  }
  return index.latest({ query: condition, ...between });
}
