import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** An exact decimal number, always a string: a float would round it, and Prisma's Decimal would drop trailing zeros. */
export const decimalScalar = new GraphQLScalarType({
  name: 'Decimal',
  serialize: (value) => String(value),
  parseValue: (value) => parseDecimal(value),
  parseLiteral: (node) => parseDecimal(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return text;
  throw new GraphQLError(`"${String(value).slice(0, 40)}" is no decimal number. Right would be, for example, "128.50".`, {
    extensions: { code: 'VALUE_INVALID' },
  });
}
