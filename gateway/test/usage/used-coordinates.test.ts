import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { usedCoordinates } from '../../src/usage/used-coordinates.js';

const schema = buildSchema(`
  interface Party { name: String }
  type Lab implements Party { name: String kind: Kind fax: String labs(first: Int, kind: Kind): [Lab] }
  enum Kind { A B }
  input LabFilter { kind: Kind and: LabFilter name: String deep: Deep }
  input Deep { first: Int }
  type Query { lab(id: ID!): Lab labs(filter: LabFilter): [Lab] party: Party }`);
const used = (text: string) => usedCoordinates(schema, parse(text));

it('are the fields and arguments that an operation names, in fragments too, and the types that come', () => {
  expect(used('{ lab(id: 1) { ...Named x: labs(first: 1) { __typename } } } fragment Named on Lab { name }')).toEqual(['Lab', 'Lab.labs', 'Lab.labs(first:)', 'Lab.name', 'Query', 'Query.lab', 'Query.lab(id:)']);
});

it('of an interface are also those of the types that it stands for', () => {
  expect(used('{ party { name } }')).toEqual(['Lab', 'Lab.name', 'Party', 'Party.name', 'Query', 'Query.party']);
});

it('of what is written out are just what is written, of a variable all that it may bring', () => {
  expect(used('{ labs(filter: { and: { kind: A } }) { kind } }').filter((each) => /Filter|Kind/.test(each))).toEqual(['Kind', 'Kind.A', 'LabFilter', 'LabFilter.and', 'LabFilter.kind']);
  expect(used('query ($filter: LabFilter) { labs(filter: $filter) { name } }').filter((each) => /Filter|Kind/.test(each))).toEqual(['Kind', 'LabFilter', 'LabFilter.and', 'LabFilter.deep', 'LabFilter.kind', 'LabFilter.name']);
});

it('are also types that are only told apart, and inputs of which nothing is written', () => {
  expect(used('{ party { ... on Lab { __typename } } }')).toEqual(['Lab', 'Party', 'Query', 'Query.party']);
  expect(used('{ labs(filter: { deep: {} }) { name } }')).toContain('Deep');
});
