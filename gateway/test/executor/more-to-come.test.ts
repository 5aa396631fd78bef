import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SubgraphAnswers } from '../../src/answer/subgraph-answers.js';
import { bothExecutors, type BothExecutors } from './both-executors.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';
let both: BothExecutors;
beforeAll(async () => {
  both = await bothExecutors(
    {
      people: `${link} type Query { all: [Person] } type Person @key(fields: "id") { id: ID! } type Pet @key(fields: "id") { id: ID! owner: String }`,
      pets: `${link} type Person @key(fields: "id") { id: ID! best: Pet } type Pet @key(fields: "id") { id: ID! }`,
    },
    () => ({}),
  );
});
afterAll(() => both.close());

/** Of which owner it was asked, and whether more of it was to come. */
async function asked(all: readonly object[]): Promise<string[]> {
  const told: string[] = [];
  await both.executor.execute(both.executor.operation(parse('{ all { best { owner } } }'), 'a hash', undefined), {
    variables: {},
    ask: async ({ subgraph, more, places }) => {
      told.push(`${subgraph}${more ? ' and more' : ''}`);
      if (!places) return { data: { all: [...all] } };
      return { data: { _entities: places.map(() => (subgraph === 'pets' ? { best: { __typename: 'Pet', id: 'a' } } : { owner: 'o' })) } };
    },
  });
  return told;
}

describe('an owner is told whether more is asked of it for the operation', () => {
  it('by what of the plan has not begun', async () => {
    expect(await asked([{ __typename: 'Person', id: '1' }])).toEqual(['people and more', 'pets', 'people']);
  });

  it('and at the end that nothing is, where it still expects it', async () => {
    expect(await asked([])).toEqual(['people and more']);
    const answers = new SubgraphAnswers();
    const [left, gone] = [vi.fn(), vi.fn()];
    answers.goneAhead('people', Promise.resolve(), left);
    answers.goneAhead('pets', Promise.resolve(), gone);
    answers.goneAhead('pets', Promise.resolve());
    await answers.recorded(new AbortController().signal);
    expect([left.mock.calls.length, gone.mock.calls.length]).toEqual([1, 0]);
  });
});
