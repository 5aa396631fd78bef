import { randomNumberLetters } from '@hub/schema/identifiers/number-pattern.js';
import { randomInt } from 'node:crypto';

/** Letters and digits at random, 5 bits each, derived from nothing, so that they lead back to nothing. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => randomNumberLetters[randomInt(randomNumberLetters.length)]).join('');
}
