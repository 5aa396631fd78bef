import { readStandardNumber } from '@hub/schema/identifiers/standard-number.js';
import { standardNumberProblems } from '@hub/schema/identifiers/standard-number-problems.js';
import { requireText } from './require-text.js';
import { requireValid } from './require-valid.js';

/** A standard number in its one form (GB 4706.1-2005), however it was written. @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID */
export function requireStandardNumber(field: string, value: string): string {
  const read = readStandardNumber(requireText(field, value, 60));
  requireValid(typeof read !== 'string', field, standardNumberProblems[typeof read === 'string' ? read : 'FORM'], 'GB 4706.1');
  return read.text;
}
