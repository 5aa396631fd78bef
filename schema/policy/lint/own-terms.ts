import type { FieldTerms } from '../terms/vocabulary.js';
import type { OwnerContract } from './owner-contract.js';

/** The fields on which an owner decides, with their terms; echoed keys of other owners are left out. */
export function ownTerms({ owner, table }: OwnerContract): readonly (readonly [coordinate: string, terms: FieldTerms])[] {
  return [...table.fields].filter(([, terms]) => terms.owner === owner);
}
