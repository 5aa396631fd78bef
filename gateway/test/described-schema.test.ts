import { buildSchema, introspectionFromSchema, type IntrospectionObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { described } from '../console/src/explorer/described-schema.js';

const element = { nameZh: '封签号', meaning: 'Number of a seal.', standard: 'GB/T 1.1' };
const audience = [{ kinds: ['LAB'], rows: 'CONCERNED', visibleFrom: 'DISPATCHED', mask: null }];
const field = { coordinate: 'Sample.sealNumber', class: 'NOT_SHARED', ground: 'Blind.', note: null, element, audience };

it('the documentation of the explorer says of a type and a field what the catalogue says, behind their own words, and changes nothing else', () => {
  const schema = introspectionFromSchema(buildSchema('"A sample." type Sample { "Of the seal." sealNumber: String other: String } type Query { sample: Sample }'));
  const shown = described(schema, [{ type: 'Sample', nameZh: '样品', owner: 'monitoring-center', fields: [field] }]);
  const typeOf = (of: typeof schema, name: string) => of.__schema.types.find((type) => type.name === name) as IntrospectionObjectType;
  expect(typeOf(shown, 'Sample').description).toBe('A sample.\n\n**样品** · monitoring-center');
  const [sealNumber, other] = typeOf(shown, 'Sample').fields;
  expect(sealNumber?.description).toBe('Of the seal.\n\n**封签号** (GB/T 1.1): Number of a seal.\n\n不予共享 Not shared — Blind.\n\n- LAB: CONCERNED, from DISPATCHED');
  expect(other).toEqual(typeOf(schema, 'Sample').fields[1]);
  expect(typeOf(shown, 'Query')).toEqual(typeOf(schema, 'Query'));
});
