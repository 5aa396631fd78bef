import type { AppliedClause } from '@hub/schema/policy/decision/applied-clause.js';
import { clauseAdmitsRow } from '@hub/schema/policy/decision/clause-admits-row.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { ReadableRows } from './search-condition.js';
import { keyOf, searchedFields, typeOf } from './searched-fields.js';
import { rowCondition } from './stamp-lexemes.js';

/** The fields of some types whose text a caller may look into, unmasked, and on which rows. */
export interface ReadableFields {
  readonly rows: ReadableRows;
  /** Whether it may read a field of a row. */
  readonly reads: (coordinate: string, stamps: Stamps) => boolean;
}

/** Coordinates whose terms a search in these types needs. */
export function coordinatesOf(types: readonly string[]): string[] {
  return [...types.map(keyOf), ...searchedFields.map(({ coordinate }) => coordinate).filter((coordinate) => types.includes(typeOf(coordinate)))];
}

/** @param terms those that the owners enforce of the fields in question; a field without is open to nobody */
export function readableFields(authority: OperationAuthority, coordinates: readonly string[], terms: ReadonlyMap<string, FieldTerms>): ReadableFields {
  const clauses = new Map<string, readonly AppliedClause[]>();
  for (const coordinate of coordinates) {
    const own = terms.get(coordinate);
    if (own) clauses.set(coordinate, authority.readClausesOf(coordinate, own));
  }
  return {
    rows: new Map(Array.from(clauses, ([coordinate, own]) => [coordinate, rowCondition(own, authority.caller)])),
    reads: (coordinate, stamps) => (clauses.get(coordinate) ?? []).some((clause) => clauseAdmitsRow(clause, authority.caller, stamps)),
  };
}
