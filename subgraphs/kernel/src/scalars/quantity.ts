import { readQuantity } from '@hub/schema/identifiers/quantity.js';
import { quantityProblems } from '@hub/schema/identifiers/quantity-problems.js';
import { textScalar } from './text-scalar.js';

/** A quantity (量值): an exact decimal number and the code of its unit, as 0.50 mg/kg. */
export const quantityScalar = textScalar('Quantity', '0.50 mg/kg', (written) => {
  const read = readQuantity(written);
  return typeof read === 'string' ? { problem: quantityProblems[read] } : { text: read.text };
});
