import { randomInt } from 'node:crypto';

/** Base 32 without letters that are taken for others (Crockford). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters and digits at random, 5 bits each, derived from nothing, so that they lead back to nothing. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');
}
