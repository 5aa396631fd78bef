import { expect, it } from 'vitest';
import { readKeyTerms } from './read-key-terms.js';

const definitions = `
  directive @sharing(owner: String!, terms: String!) on FIELD_DEFINITION
  type Query { a: String }`;

it('takes the terms of each key from the owner of the type, never from a stub', () => {
  const keyTerms = readKeyTerms([
    {
      owner: 'labs',
      sdl: `${definitions}
        type Lab @key(fields: "id") { id: ID! @sharing(owner: "labs", terms: "register") name: String @sharing(owner: "labs", terms: "other") }
        type Region @key(fields: "code", resolvable: false) { code: String! @sharing(owner: "registry", terms: "copied") }`,
    },
    { owner: 'registry', sdl: `${definitions} type Region @key(fields: "code") { code: String! @sharing(owner: "registry", terms: "codes") }` },
  ]);
  expect([...keyTerms].map(([type, { owner, terms }]) => [type, owner, terms])).toEqual([
    ['Lab', 'labs', 'register'],
    ['Region', 'registry', 'codes'],
  ]);
});
