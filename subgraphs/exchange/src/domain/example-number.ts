import { yearInShanghai } from '@hub/kernel/calendar/year-in-shanghai.js';
import { numberSeries, type NumberedKind } from '@hub/schema/code-lists/number-series.js';
import { numberBy, randomNumberLength, randomNumberLetters } from '@hub/schema/identifiers/number-pattern.js';

/** The first number that a rule makes in the year of a time, for who cannot read rules; of what is drawn, one of those that it may make. */
export function exampleNumber(kind: NumberedKind, pattern: string, region: string, at: Date): string {
  const random = randomNumberLetters.slice(-randomNumberLength);
  return numberBy(pattern, { prefix: numberSeries[kind].prefix, region, year: yearInShanghai(at), seq: 1, random });
}
