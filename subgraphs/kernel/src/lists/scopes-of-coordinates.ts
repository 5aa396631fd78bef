import { nothing, type RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import type { GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../service/subgraph-context.js';

/**
 * The conditions under which coordinates may be read to choose rows: those on which the caller may read them unmasked.
 *
 * @param coordinates each with the argument that reads it
 * @throws GraphQLError SHARING_FILTER_DENIED where a coordinate is closed to the caller on every row
 */
export function scopesOfCoordinates({ authority }: SubgraphContext, info: GraphQLResolveInfo, coordinates: ReadonlyMap<string, string>): RowCondition[] {
  return [...coordinates].map(([coordinate, argument]) => {
    const scope = authority.readScopeOf(coordinate);
    if (scope === nothing) throw authority.refuseFilter(coordinate, argument, info);
    return scope;
  });
}
