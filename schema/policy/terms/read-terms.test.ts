import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { readTerms } from './read-terms.js';

const specification = readFileSync(new URL('../../directives/sharing.graphql', import.meta.url), 'utf8');
const read = (sdl: string) => readTerms(buildSchema(`${specification} ${sdl}`, { assumeValidSDL: true }));

it('sorts fields into those with terms, acts, structures, and those with nothing', () => {
  const table = read(`
    type Query { plan: ID @sharing(owner: "here", terms: "plan", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }]) open: ID }
    type Mutation { issuePlan: ID @act(owner: "here", audience: [{ kinds: [REGULATOR] }]) }
    type PlanEdge { cursor: ID @structural }
  `);
  expect([...table.fields.keys()]).toEqual(['Query.plan']);
  expect([...table.acts.keys()]).toEqual(['issuePlan']);
  expect([...table.structural]).toEqual(['PlanEdge.cursor']);
  expect([...table.withoutTerms]).toEqual(['Query.open']);
});

it('supplies what the document leaves to the defaults', () => {
  const table = read('type Query { plan: ID @sharing(owner: "here", terms: "plan", class: NOT_SHARED, ground: "law", audience: [{ kinds: [LAB] }]) }');
  expect(table.fields.get('Query.plan')).toEqual({
    owner: 'here',
    terms: 'plan',
    class: 'NOT_SHARED',
    ground: 'law',
    audience: [{ kinds: ['LAB'], rows: 'ALL' }],
  });
});

it('reads off the description of an act by which clause it is done', () => {
  const clauseOf = (description: string) => read(`type Query { a: ID } type Mutation { "${description}" issuePlan: ID @act(owner: "here", audience: [{ kinds: [REGULATOR] }]) }`).acts.get('issuePlan')?.clause;
  expect(clauseOf('Grant a request (共享授权, 5.4.3 b).')).toBe('5.4.3 b');
  expect(clauseOf('Confirm it (签收, after 5.4.1), not 3.10.')).toBe('5.4.1');
  expect(clauseOf('Agree (clause 4).')).toBe('clause 4');
  expect(clauseOf('Issue a plan.')).toBeUndefined();
});

it('knows Federation’s own fields, and takes no other underscore for one of them', () => {
  const table = read(`
    type Query { _service: _Service _entities: ID _all: ID }
    type _Service { sdl: String }
    type _Hidden { title: String }
    type Plan { _buyer: String }
  `);
  expect([...table.withoutTerms]).toEqual(['Query._all', '_Hidden.title', 'Plan._buyer']);
});
