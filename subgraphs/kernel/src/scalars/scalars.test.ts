import { readFileSync } from 'node:fs';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { buildSchema, getNamedType, graphql, isInputObjectType, isObjectType, type GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scalars } from './scalars.js';

const named: Readonly<Record<string, GraphQLScalarType>> = scalars;

describe('the scalars of the hub', () => {
  it('are those that the contract declares', () => {
    const declared = readFileSync(new URL('../../../../schema/sdl/structure.graphql', import.meta.url), 'utf8').matchAll(/^scalar (\w+)/gm);
    expect(Object.keys(scalars).sort()).toEqual([...declared].map(([, name = '']) => name).sort());
  });

  it.each([
    ['Uscc', '91110000600037341L', '91110000600037341L'],
    ['Gtin', '36000291452', '00036000291452'],
    ['RegionCode', '330103', '330103'],
    ['StandardNumber', 'GB4706.1—2005', 'GB 4706.1-2005'],
    ['Quantity', '0.50mg/kg', '0.50 mg/kg'],
    ['Duration', 'P3DT12H', 'P3DT12H'],
    ['ContentHash', `sm3:${'a'.repeat(64)}`, `sm3:${'a'.repeat(64)}`],
  ])('%s reads %s as %s', (name, written, text) => {
    expect(named[name]?.parseValue(written)).toBe(text);
  });

  it.each([
    ['Uscc', '91110000600037341M', 'its check character fails'],
    ['Gtin', '6901234567893', 'check digit'],
    ['RegionCode', '339999', 'no region code'],
    ['StandardNumber', 'XX 1-2020', 'no body'],
    ['Quantity', '0.5 furlong', 'list of units'],
    ['Duration', 'P1M', 'no ISO 8601 duration'],
    ['ContentHash', 'md5:aa', 'neither sha-256 nor sm3'],
    ['Duration', 7, 'is no text'],
  ])('%s refuses %s and says in both languages what is wrong', (name, written, problem) => {
    expect(() => named[name]?.parseValue(written)).toThrow(expect.objectContaining({ message: expect.stringMatching(new RegExp(`${problem}.* / .*\\p{Script=Han}|\\p{Script=Han}.* / .*${problem}`, 'u')) as string }) as Error);
  });

  it('are no inputs where they know the lists of the build alone, and a steward may have published more since: acts check those (5.4.3 c)', () => {
    const supergraph = buildSchema(supergraphSdl, { assumeValid: true });
    const inputs = Object.values(supergraph.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.type] as const);
      if (!isObjectType(type)) return [];
      return Object.values(type.getFields()).flatMap((field) => field.args.map((arg) => [`${type.name}.${field.name}(${arg.name}:)`, arg.type] as const));
    });
    expect(inputs.length).toBeGreaterThan(500);
    expect(inputs.filter(([, type]) => ['RegionCode', 'StandardNumber', 'Quantity'].includes(getNamedType(type).name)).map(([place]) => place)).toEqual([]);
  });

  it('show what was kept before its form was checked', async () => {
    const schema = buildSchema('scalar StandardNumber type Query { old: StandardNumber }');
    Object.assign(schema.getType('StandardNumber') ?? {}, { serialize: scalars.StandardNumber.serialize });
    expect(await graphql({ schema, source: '{ old }', rootValue: { old: '企业自定方法' } })).toEqual({ data: { old: '企业自定方法' } });
  });
});
