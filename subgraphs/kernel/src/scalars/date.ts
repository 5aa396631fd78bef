import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

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
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError(`"${String(value).slice(0, 40)}" is no calendar day. Right would be, for example, 2026-03-01.`, {
    extensions: { code: 'VALUE_INVALID' },
  });
}
