import type { GraphQLResolveInfo } from 'graphql';
import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import { readsOf } from './reads-of.js';
import { scopesOfCoordinates } from './scopes-of-coordinates.js';

/**
 * The conditions under which the arguments of a field may choose rows, where an argument itself names what it reads (`@reads`).
 *
 * @throws GraphQLError SHARING_FILTER_DENIED where the coordinate is closed to the caller on every row
 */
export function argumentScopes(context: SubgraphContext, info: GraphQLResolveInfo, args: object): RowCondition[] {
  const given = args as Readonly<Record<string, unknown>>;
  const coordinates = new Map<string, string>();
  for (const { name, astNode } of info.parentType.getFields()[info.fieldName]?.args ?? []) {
    const coordinate = given[name] == null ? undefined : readsOf(info, astNode);
    if (coordinate) coordinates.set(coordinate, `${info.fieldName}(${name}:)`);
  }
  return scopesOfCoordinates(context, info, coordinates);
}
