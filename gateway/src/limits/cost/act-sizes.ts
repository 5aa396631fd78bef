import { getNamedType, getNullableType, isListType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { CostTable } from './cost-table.js';

/**
 * The table with what acts give: as many outcomes as they were given items. `@listSize` cannot say that, for its slicing arguments
 * are numbers. An act that says something itself keeps that.
 */
export function withActs({ weights, sizes, sizedFields }: CostTable, schema: GraphQLSchema): CostTable {
  const allSizes = new Map(sizes);
  const allSizedFields = new Set(sizedFields);
  const mutation = schema.getMutationType();
  for (const act of Object.values(mutation?.getFields() ?? {})) {
    const coordinate = `${mutation?.name ?? ''}.${act.name}`;
    const slicing = act.args.filter(({ type }) => isListType(getNullableType(type))).map(({ name }) => name);
    if (sizes.has(coordinate) || slicing.length === 0) continue;
    const sized = listsGivenBy(act).filter(({ coordinate: list }) => !sizes.has(list)).map(({ name }) => name);
    allSizes.set(coordinate, { assumed: undefined, slicing, sized });
    for (const name of sized) allSizedFields.add(name);
  }
  return { weights, sizes: allSizes, sizedFields: allSizedFields };
}

/** The lists of an act's payload. */
function listsGivenBy({ type }: GraphQLField<unknown, unknown>): { readonly name: string; readonly coordinate: string }[] {
  const payload = getNamedType(type);
  if (!isObjectType(payload) || isListType(getNullableType(type))) return [];
  return Object.values(payload.getFields())
    .filter((field) => isListType(getNullableType(field.type)))
    .map(({ name }) => ({ name, coordinate: `${payload.name}.${name}` }));
}
