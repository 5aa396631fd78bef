import type { TermsTable } from '@hub/schema/policy/terms/read-terms.js';

/**
 * The coordinates whose terms are others in the code than in force, or that are in one of them alone: what is built and not in force is denied, what is in force
 * and not built is not there.
 *
 * @param inForce with the terms that are enforced: where the code has a coordinate from another owner than they name, it has none
 * @param published all that is in force of the owner's schema
 */
export function differingCoordinates(built: TermsTable, inForce: TermsTable, published: TermsTable = inForce): readonly string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return [
    ...[...built.fields].filter(([coordinate, terms]) => !same(terms, inForce.fields.get(coordinate))).map(([coordinate]) => coordinate),
    ...[...built.acts].filter(([act, terms]) => !same(terms, inForce.acts.get(act))).map(([act]) => `Mutation.${act}`),
    ...[...built.structural].filter((coordinate) => !inForce.structural.has(coordinate)),
    ...[...published.fields.keys()].filter((coordinate) => !built.fields.has(coordinate)),
    ...[...published.acts.keys()].filter((act) => !built.acts.has(act)).map((act) => `Mutation.${act}`),
    ...[...published.structural].filter((coordinate) => !built.structural.has(coordinate)),
  ];
}
