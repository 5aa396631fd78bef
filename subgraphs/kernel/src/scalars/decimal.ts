import { GraphQLScalarType, Kind } from 'graphql';
import { invalidValue } from './invalid-value.js';

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
  throw invalidValue('Decimal', value, { en: 'it is no decimal number of at most 15 and 6 digits', 'zh-CN': '不是有效的十进制数（整数至多15位，小数至多6位）' }, '"128.50"');
}
