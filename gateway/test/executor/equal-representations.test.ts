import { expect, it } from 'vitest';
import { bothExecutors } from './both-executors.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';

/** Three persons of whom the first and the last have one pet, the name of which is not told. */
const people = (error: object) =>
  bothExecutors(
    {
      people: `${link} type Query { all: [Person] } type Person @key(fields: "id") { id: ID! }`,
      friends: `${link} type Person @key(fields: "id") { id: ID! best: Pet } type Pet @key(fields: "id") { id: ID! }`,
      pets: `${link} type Pet @key(fields: "id") { id: ID! name: String }`,
    },
    (name) => {
      if (name === 'people') return { data: { all: ['1', '2', '1'].map((id) => ({ __typename: 'Person', id })) } };
      if (name === 'friends') return { data: { _entities: ['a', 'b'].map((id) => ({ best: { __typename: 'Pet', id } })) } };
      return { data: { _entities: [{ name: null }, { name: 'b' }] }, errors: [{ ...error, path: ['_entities', 0, 'name'] } as never] };
    },
  );

const query = '{ all { best { name } } }';

it('an entity at several places is asked once, and what is found below it, errors too, stands at each place', async () => {
  const both = await people({ message: 'No name.' });
  const { data, errors } = await both.ours({ query, variables: {} });
  const representations = both.asked().map(({ variables }) => (variables['representations'] as object[] | undefined)?.length);
  const stock = await both.stock({ query, variables: {} }).catch((error: Error) => error);
  await both.close();
  expect(data).toEqual({ all: [{ best: { name: null } }, { best: { name: 'b' } }, { best: { name: null } }] });
  expect(errors.map(({ path }) => path?.join('.'))).toEqual(['all.0.best.name', 'all.2.best.name']);
  expect(representations).toEqual([undefined, 2, 2]);
  // The stock gateway sends three of each, so that these answers are none to it.
  expect(stock).not.toHaveProperty('data.all.0.best.name');
});

it('a refusal stands at the first place alone: it is told once for its position, and its owner counts the rows (5.4.3)', async () => {
  const both = await people({ message: 'Not for you.', extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'Pet.name' } });
  const { data, errors } = await both.ours({ query, variables: {} });
  await both.close();
  expect(data).toEqual({ all: [{ best: { name: null } }, { best: { name: 'b' } }, { best: { name: null } }] });
  expect(errors.map(({ path }) => path?.join('.'))).toEqual(['all.0.best.name']);
});
