import { randomNumberLetters } from '@hub/schema/identifiers/number-pattern.js';
import { randomBytes } from 'node:crypto';

/** Letters and digits at random, 5 bits each, of which a byte has eight times as many as there are; derived from nothing, so that they lead back to nothing. */
export function randomLetters(count: number): string {
  return Array.from(randomBytes(count), (byte) => randomNumberLetters[byte % randomNumberLetters.length]).join('');
}
