import { isAbstractType, Kind, parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/**
 * The coordinates that a selection of fields names (Apollo Federation, `FieldSet`, as in `@requires(fields: "purchase { price }")`), however
 * deep it goes; of a field of an interface those of every type that it stands for.
 */
export function coordinatesIn(fields: string, type: GraphQLObjectType, schema: GraphQLSchema): readonly string[] {
  const [operation] = parse(`{ ${fields} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const info = new TypeInfo(schema, type);
  const found = new Set<string>();
  visit(
    operation.selectionSet,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const parent = info.getParentType();
        const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : parent ? [parent] : [];
        for (const each of types) found.add(`${each.name}.${name.value}`);
      },
    }),
  );
  return [...found];
}
