import { GraphQLScalarType, Kind } from 'graphql';
import { invalidValue } from './invalid-value.js';

/** A calendar day. Inside it is the text YYYY-MM-DD; a Date of the database is read at its UTC day. */
export const dateScalar = new GraphQLScalarType({
  name: 'Date',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: (value) => parseDate(value),
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

function parseDate(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    // Four digits that PostgreSQL writes too: it has no year 0.
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) && value >= '1000') return value;
  }
  throw invalidValue('Date', value, { en: 'it is no calendar day', 'zh-CN': '不是有效日期' }, '2026-03-01');
}
