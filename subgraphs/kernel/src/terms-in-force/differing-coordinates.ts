import type { TermsTable } from '@hub/schema/policy/terms/read-terms.js';

/** The coordinates of the code whose terms are others, or none, in another table. */
export function differingCoordinates(built: TermsTable, inForce: TermsTable): readonly string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return [
    ...[...built.fields].filter(([coordinate, terms]) => !same(terms, inForce.fields.get(coordinate))).map(([coordinate]) => coordinate),
    ...[...built.acts].filter(([act, terms]) => !same(terms, inForce.acts.get(act))).map(([act]) => `Mutation.${act}`),
    ...[...built.structural].filter((coordinate) => !inForce.structural.has(coordinate)),
  ];
}
