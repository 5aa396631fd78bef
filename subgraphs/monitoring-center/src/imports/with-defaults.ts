import { getNullableType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';

type Input = Readonly<Record<string, unknown>>;

/**
 * Gives an input the members that its type has of itself, within objects too, in the order of the type: as GraphQL makes it of variables (GraphQL §3.10, input coercion), of which the values are right
 * already. Found out once, for it is done for each row of an import.
 */
export function withDefaults(type: GraphQLInputObjectType): (given: Input) => Input {
  const members = Object.values(type.getFields()).map(({ name, type: of, defaultValue }) => {
    const nullable = getNullableType(of);
    return { name, defaultValue, within: isInputObjectType(nullable) ? withDefaults(nullable) : undefined };
  });
  return (given) => {
    const input: Record<string, unknown> = {};
    for (const { name, defaultValue, within } of members) {
      const value = given[name] === undefined ? defaultValue : given[name];
      if (value !== undefined) input[name] = within && value !== null ? within(value as Input) : value;
    }
    return input;
  };
}
