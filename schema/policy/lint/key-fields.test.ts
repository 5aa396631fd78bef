import { buildASTSchema, parse, type GraphQLObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { fieldsArgument, keyFields } from './key-fields.js';

const typeOf = (sdl: string) => buildASTSchema(parse(sdl), { assumeValidSDL: true }).getType('Plan') as GraphQLObjectType;

it('knows the fields of every key of a type, wherever it stands, without those nested in them and whatever else the type is marked with', () => {
  const plan = typeOf(`
    type Plan @tag(name: "issued") @key(resolvable: false, fields: "id number") @key(fields: "seller { code } ... on Plan { place }") { id: ID number: ID seller: Seller place: ID title: String }
    type Seller { code: ID }
    extend type Plan @key(fields: "id title") { year: Int }`);
  expect(keyFields(plan)).toEqual(['id', 'number', 'seller', 'title']);
  expect(keyFields(typeOf('type Plan { id: ID }'))).toEqual([]);
});

it.each(['@key', '@key(resolvable: false)', '@key(fields: ID)'])('refuses %s, which names no fields', (key) => {
  const [directive] = typeOf(`type Plan ${key} { id: ID }`).astNode?.directives ?? [];
  if (!directive) throw new Error('The type has no directive.');
  expect(() => fieldsArgument(directive)).toThrow('@key has no text of fields.');
});
