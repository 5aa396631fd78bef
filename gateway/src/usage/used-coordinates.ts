import {
  getNamedType, isAbstractType, isEnumType, isInputObjectType, isSpecifiedScalarType, typeFromAST, TypeInfo, visit, visitWithTypeInfo,
  type DocumentNode, type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';

/**
 * The coordinates on which an operation relies, each once and in order: fields with their types (also on the types that an interface stands for), arguments that it
 * gives, types that it tells apart, and of inputs what it writes out; what a variable may bring, it may bring whole. Types are told by name as well.
 *
 * @param document of this one operation, and valid
 */
export function usedCoordinates(schema: GraphQLSchema, document: DocumentNode): readonly string[] {
  const used = new Set<string>();
  // Inputs may hold themselves.
  const walked = new Set<GraphQLNamedType>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name, arguments: given = [] }) {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (!parent || !field || name.value.startsWith('__')) return;
        for (const { name: type } of [parent, ...(isAbstractType(parent) ? schema.getPossibleTypes(parent) : [])]) {
          used.add(type).add(`${type}.${name.value}`);
          for (const argument of given) used.add(`${type}.${name.value}(${argument.name.value}:)`);
        }
        addType(getNamedType(field.type));
      },
      InlineFragment: () => addType(getNamedType(types.getType())),
      FragmentDefinition: () => addType(getNamedType(types.getType())),
      Argument: () => addType(getNamedType(types.getInputType())),
      VariableDefinition({ type }) {
        const given = typeFromAST(schema, type as never);
        if (given) addWhole(getNamedType(given));
        return false;
      },
      ObjectField({ name }) {
        const parent = getNamedType(types.getParentInputType());
        if (parent) used.add(parent.name).add(`${parent.name}.${name.value}`);
        addType(getNamedType(types.getInputType()));
      },
      EnumValue({ value }) {
        const type = getNamedType(types.getInputType());
        if (isEnumType(type)) used.add(type.name).add(`${type.name}.${value}`);
      },
    }),
  );
  return [...used].sort();

  function addType(type: GraphQLNamedType | undefined): void {
    if (type && !type.name.startsWith('__') && !isSpecifiedScalarType(type)) used.add(type.name);
  }

  function addWhole(type: GraphQLNamedType): void {
    addType(type);
    if (!isInputObjectType(type) || walked.has(type)) return;
    walked.add(type);
    for (const { name, type: held } of Object.values(type.getFields())) {
      used.add(`${type.name}.${name}`);
      addWhole(getNamedType(held));
    }
  }
}
