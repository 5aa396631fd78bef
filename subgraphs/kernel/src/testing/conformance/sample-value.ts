import { namedType, type OracleSchema } from './oracle.js';

/** A value of an input type, to ask with where it does not matter what for. */
export function sampleValue(schema: OracleSchema, type: string): unknown {
  if (type.startsWith('[')) return [sampleValue(schema, type.slice(1, -1))];
  const name = namedType(type);
  const [first] = schema.enums.get(name) ?? [];
  if (first) return first;
  const samples: Record<string, unknown> = {
    Boolean: true,
    Int: 1,
    Float: 0.5,
    DateTime: '2099-01-01T00:00:00+08:00',
    Date: '2099-01-01',
  };
  return samples[name] ?? 'a';
}
