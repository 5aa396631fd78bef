import { GraphQLScalarType, Kind } from 'graphql';
import { invalidValue } from './invalid-value.js';

const pattern = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
/** The years that both ISO 8601 with four digits and PostgreSQL write, at whatever offset they are shown. */
const [earliest, latest] = [Date.UTC(1000, 0, 1), Date.UTC(9999, 11, 31)];
const shanghaiOffset = 8 * 3_600_000;

/** A point in time: read as ISO 8601 with zone, shown in Asia/Shanghai, which has had no other offset since 1991. */
export const dateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => showDateTime(value instanceof Date ? value : new Date(String(value))),
  parseValue: (value) => parseDateTime(value),
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});

function showDateTime(time: Date): string {
  return new Date(time.getTime() + shanghaiOffset).toISOString().replace('Z', '+08:00');
}

function parseDateTime(value: unknown): Date {
  const [text, day] = typeof value === 'string' ? (pattern.exec(value) ?? []) : [];
  const time = text !== undefined && day !== undefined && isDay(day) ? new Date(text) : undefined;
  if (!time || !(time.getTime() >= earliest && time.getTime() <= latest)) {
    throw invalidValue('DateTime', value, { en: 'it is no time with zone', 'zh-CN': '不是带时区的时间' }, '2026-03-01T09:30:00+08:00');
  }
  return time;
}

/** Date reads 30 February as 2 March: what is no day of the calendar is refused, not moved. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
