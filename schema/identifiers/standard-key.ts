import { readStandardNumber } from './standard-number.js';

const anyBody = () => true;

/**
 * What two ways of writing one standard number have in common; what is no standard number stands for itself, whatever its case. To compare numbers no list is asked who publishes standards: a body may have been
 * published since, or have ended.
 */
export function standardKey(written: string): string {
  const read = readStandardNumber(written, anyBody, anyBody);
  return typeof read === 'string' ? written.trim().toUpperCase() : read.text;
}
