import { readStandardNumber } from './standard-number.js';

/** What two ways of writing one standard number have in common; what is no standard number stands for itself, whatever its case. */
export function standardKey(written: string): string {
  const read = readStandardNumber(written);
  return typeof read === 'string' ? written.trim().toUpperCase() : read.text;
}
