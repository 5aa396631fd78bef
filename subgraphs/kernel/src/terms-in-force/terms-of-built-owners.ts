import type { TermsTable } from '@hub/schema/policy/terms/read-terms.js';

/**
 * The terms in force without those of coordinates that the code has from another owner than they name: what no owner has decided on is denied (5.4.3). The
 * check of a schema lets none of these pass; this holds where one was published all the same.
 */
export function termsOfBuiltOwners(built: TermsTable, inForce: TermsTable): TermsTable {
  return { ...inForce, fields: sameOwners(built.fields, inForce.fields), acts: sameOwners(built.acts, inForce.acts) };
}

function sameOwners<Terms extends { readonly owner: string }>(built: ReadonlyMap<string, Terms>, inForce: ReadonlyMap<string, Terms>): ReadonlyMap<string, Terms> {
  return new Map([...inForce].filter(([key, { owner }]) => built.get(key)?.owner === owner));
}
