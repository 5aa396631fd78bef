import { catalogue } from '@hub/schema/generated/catalogue.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';

const termsByCoordinate = new Map(
  catalogue.resources.flatMap(({ fields }) => fields.map(({ coordinate, terms }) => [coordinate, catalogue.terms[terms]] as const)),
);

/** The terms of a field of the library; undefined where no owner decides on it. */
export function termsAt(coordinate: string): FieldTerms | undefined {
  return termsByCoordinate.get(coordinate);
}
