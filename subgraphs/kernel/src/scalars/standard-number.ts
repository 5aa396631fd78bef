import { readStandardNumber } from '@hub/schema/identifiers/standard-number.js';
import { standardNumberProblems } from '@hub/schema/identifiers/standard-number-problems.js';
import { textScalar } from './text-scalar.js';

/** A standard number (标准编号, GB/T 1.1) in its one form: GB 4706.1-2005. */
export const standardNumberScalar = textScalar('StandardNumber', 'GB 4706.1-2005', (written) => {
  const read = readStandardNumber(written);
  return typeof read === 'string' ? { problem: standardNumberProblems[read] } : { text: read.text };
});
