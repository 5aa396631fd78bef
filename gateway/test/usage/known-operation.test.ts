import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { knownOperation } from '../../src/usage/known-operation.js';

const schema = buildSchema('input PlanInput { a: Int b: Int } type Query { plan(input: PlanInput): Int }');
const known = (text: string) => knownOperation(schema, parse(text), undefined);

it('however a client calls an operation, the registry takes its name', () => {
  expect(known(`query ${'N'.repeat(5_000)} { plan }`).name).toBe('N'.repeat(1_000));
});

it('operations that differ in what they write out of an input rely on different things, and are different ones; those that differ in values are the same', () => {
  const [a, again, b] = ['{ plan(input: { a: 1 }) }', '{ plan(input: { a: 2 }) }', '{ plan(input: { b: 1 }) }'].map(known);
  expect(a?.hash).toBe(again?.hash);
  expect(a?.hash).not.toBe(b?.hash);
});

it('of an operation that is too long for the registry the signature is left out, and one that relies on too much is no operation to tell', () => {
  const long = known(`{ ${'plan '.repeat(5_000)} }`);
  expect([long.signature, long.hash.length, long.coordinates]).toEqual([null, 64, ['Query', 'Query.plan']]);
  const name = 'f'.repeat(300);
  expect(() => knownOperation(buildSchema(`type Query { ${name}: Int }`), parse(`{ ${name} }`), undefined)).toThrow('relies on more than can be told');
  const many = buildSchema(`input Many { ${Array.from({ length: 20_001 }, (_, at) => `f${at}: Int`).join(' ')} } type Query { of(many: Many): Int }`);
  expect(() => knownOperation(many, parse('query ($many: Many) { of(many: $many) }'), undefined)).toThrow('relies on more than can be told');
});
