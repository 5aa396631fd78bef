import { nothing, type RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import { codedError } from '../refusals/coded-error.js';
import type { SubgraphContext } from '../service/subgraph-context.js';

/**
 * The conditions under which coordinates may be read to choose rows: those on which the caller may read them unmasked.
 *
 * @param coordinates each with the argument that reads it
 * @throws GraphQLError SHARING_FILTER_DENIED where a coordinate is closed to the caller on every row
 */
export function scopesOfCoordinates(context: SubgraphContext, coordinates: ReadonlyMap<string, string>): RowCondition[] {
  return [...coordinates].map(([coordinate, argument]) => {
    const scope = context.authority.readScopeOf(coordinate);
    if (scope === nothing) throw codedError('SHARING_FILTER_DENIED', context.locale, { argument, coordinate });
    return scope;
  });
}
