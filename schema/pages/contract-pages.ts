import type { OwnerContract } from '../policy/lint/owner-contract.js';
import { errorsPage } from './errors-page.js';
import { sharingMatrixPage } from './sharing-matrix-page.js';

/** The pages that are made from the contract, by their path in schema/. */
export function contractPages(contracts: readonly OwnerContract[]): ReadonlyMap<string, string> {
  return new Map([
    ['errors/ERRORS.md', errorsPage()],
    ['SHARING-MATRIX.md', sharingMatrixPage(contracts)],
  ]);
}
