import { isEnumType, isSpecifiedScalarType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';

/** Tells whether a value is one of the type: an enum's values are those of the API schema, custom scalars are their owner's affair. */
export function leafTest(type: GraphQLScalarType | GraphQLEnumType): ((value: unknown) => boolean) | undefined {
  if (isEnumType(type)) {
    const values = new Set(type.getValues().map(({ name }) => name));
    return (value) => typeof value === 'string' && values.has(value);
  }
  if (!isSpecifiedScalarType(type)) return undefined;
  switch (type.name) {
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'Int':
      return isWhole;
    case 'Float':
      return (value) => typeof value === 'number';
    case 'ID':
      return (value) => typeof value === 'string' || isWhole(value);
    default:
      return (value) => typeof value === 'string';
  }
}

function isWhole(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value);
}
