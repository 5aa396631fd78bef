import { randomInt } from 'node:crypto';

/** Base 32 without letters that are taken for others (Crockford). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A blind number (盲样编号, 5.2.4): 50 random bits, derived from nothing, so that it leads back to nothing. */
export function blindNumber(): string {
  return `MY-${Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')}`;
}
