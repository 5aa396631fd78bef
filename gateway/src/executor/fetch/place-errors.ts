import type { GraphQLFormattedError } from 'graphql';
import type { Data } from '../ask-subgraph.js';
import type { PreparedFetch } from '../plan/prepared-node.js';
import { SubgraphError } from '../subgraph-error.js';
import type { Execution } from './execution.js';
import { placesAt } from './places-at.js';

/**
 * Puts a subgraph's errors at their places in the client's answer: an entity's error at each place of that entity, but a refusal at the first alone, for it is told once for its
 * position however many rows it concerns. A path from which the client's cannot be found is left out rather than wrong.
 */
export function placeErrors(
  errors: readonly GraphQLFormattedError[],
  fetch: PreparedFetch,
  /** The objects that each representation stands for; for what is no entity fetch, all in one. */
  places: readonly (readonly Data[])[],
  execution: Execution,
): void {
  let known: ReadonlyMap<Data, readonly (string | number)[]> | undefined;
  const pathOf = (place: Data) => (known ??= new Map(placesAt(execution.root, fetch.steps).map(({ object, path }) => [object, path]))).get(place);
  const asWritten = (key: string | number) => (typeof key === 'string' ? (fetch.renamedKeys.get(key) ?? key) : key);

  for (const error of errors) {
    const { concerned, rest } = concernedBy(error.path, fetch, places);
    const paths = (isRefusal(error) ? concerned?.slice(0, 1) : concerned)?.flatMap((place) => {
      const before = fetch.steps.length === 0 ? [] : pathOf(place);
      return before ? [[...before, ...rest].map(asWritten)] : [];
    });
    if (!paths?.length) execution.errors.push(new SubgraphError(error, undefined));
    else for (const path of paths) execution.errors.push(new SubgraphError(error, path));
  }
}

/** A refusal names the coordinate that is closed; its owner counts the rows. */
function isRefusal({ extensions }: GraphQLFormattedError): boolean {
  return typeof extensions?.['coordinate'] === 'string';
}

function concernedBy(path: GraphQLFormattedError['path'], { representation }: PreparedFetch, places: readonly (readonly Data[])[]) {
  if (path === undefined) return { concerned: undefined, rest: [] };
  if (!representation) return { concerned: places[0], rest: path };
  const [field, index, ...rest] = path;
  return { concerned: field === '_entities' && typeof index === 'number' ? places[index] : undefined, rest };
}
