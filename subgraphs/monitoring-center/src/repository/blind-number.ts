import { randomLetters } from '@hub/kernel/numbers/random-letters.js';

/** A blind number (盲样编号, 5.2.4): 50 random bits, not even a year, so that it leads back to nothing. */
export function blindNumber(): string {
  return `MY-${randomLetters(10)}`;
}
