import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType, isUnionType, type GraphQLSchema } from 'graphql';

/** What is there in one schema and not in another, or is of another type. */
export interface CoordinateChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly coordinate: string; readonly before: string; readonly after: string }[];
}

/** Compares two schemas coordinate by coordinate. */
export function coordinateChanges(before: GraphQLSchema, after: GraphQLSchema): CoordinateChanges {
  const [had, has] = [coordinatesOf(before), coordinatesOf(after)];
  return {
    added: [...has.keys()].filter((coordinate) => !had.has(coordinate)).sort(),
    removed: [...had.keys()].filter((coordinate) => !has.has(coordinate)).sort(),
    changed: [...has].flatMap(([coordinate, type]) => {
      const old = had.get(coordinate);
      return old === undefined || old === type ? [] : [{ coordinate, before: old, after: type }];
    }),
  };
}

/** Types, fields, arguments and values, with what each is. */
function coordinatesOf(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    found.set(type.name, type.constructor.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) found.set(`${type.name}.${name}`, 'value');
    if (isUnionType(type)) for (const { name } of type.getTypes()) found.set(`${type.name} | ${name}`, 'member');
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) found.set(`${type.name}.${field.name}`, String(field.type));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.set(`${type.name}.${field.name}`, String(field.type));
      for (const argument of field.args) found.set(`${type.name}.${field.name}(${argument.name}:)`, String(argument.type));
    }
  }
  return found;
}
