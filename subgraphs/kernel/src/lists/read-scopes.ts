import { isEnumType, isInputObjectType, type GraphQLResolveInfo } from 'graphql';
import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import { readsOf } from './reads-of.js';
import { scopesOfCoordinates } from './scopes-of-coordinates.js';

/**
 * The conditions under which a filter or an order may be used: each names the coordinate that it reads (`@reads`), and
 * matches only rows on which the caller may read that coordinate unmasked.
 *
 * @param inputType name of the filter's or order's input type
 * @throws GraphQLError SHARING_FILTER_DENIED where the coordinate is closed to the caller on every row
 */
export function readScopes(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  inputType: string,
  value: Readonly<Record<string, unknown>> | null | undefined,
): RowCondition[] {
  const type = info.schema.getType(inputType);
  if (!isInputObjectType(type) || !value) return [];
  const coordinates = new Map<string, string>();
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined || part === null) continue;
    const field = type.getFields()[name];
    if (!field) continue;
    const coordinate = readsOf(info, field.astNode);
    if (coordinate) coordinates.set(coordinate, `${inputType}.${name}`);
    const fieldType = 'ofType' in field.type ? field.type.ofType : field.type;
    if (isEnumType(fieldType) && typeof part === 'string') {
      const ordered = readsOf(info, fieldType.getValue(part)?.astNode);
      if (ordered) coordinates.set(ordered, `${inputType}.${name}: ${part}`);
    }
  }
  return scopesOfCoordinates(context, info, coordinates);
}
