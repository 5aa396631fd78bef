import { columnsOf, namedPaths } from './columns-of.js';
import { overlap } from './paths.js';
import type { ReadMapping } from './read-mapping.js';

/** The columns or paths that a mapping reads of a source and whose values may be told outside: neither personal nor made into what stays in the centre. */
export function toldColumns({ mapping, input }: ReadMapping): string[] {
  const fields = Object.fromEntries(Object.entries(mapping.fields).filter(([place]) => input.fields.get(place)?.keptInCentre));
  const apart = [...mapping.personal, ...namedPaths({ ...mapping, key: [], skip: [], keep: {}, fields }).keys()];
  return columnsOf(mapping).filter((column) => !(column in mapping.given) && !apart.some((each) => overlap(each, column)));
}
