import { expect, it } from 'vitest';
import { bothExecutors } from './both-executors.js';

it('response keys that every object inherits are as good as others, and change no object', async () => {
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';
  const both = await bothExecutors(
    { users: `${link} type Query { me: User you: User } type User @key(fields: "id") { id: ID! }`, names: `${link} type User @key(fields: "id") { id: ID! name: String }` },
    (name) => JSON.parse(name === 'users' ? '{"data":{"me":{"__typename":"User","id":"1"},"you":{"__typename":"User","id":"1"}}}' : '{"data":{"_entities":[{"__proto__":"n","constructor":null,"toString":"n"}]}}') as object,
  );
  const user = '{ __proto__: name constructor: name toString: name }';
  const { data } = await both.ours({ query: `{ me ${user} you ${user} }`, variables: {} });
  await both.close();
  const completed = '{"__proto__":"n","constructor":null,"toString":"n"}';
  expect(JSON.stringify(data)).toBe(`{"me":${completed},"you":${completed}}`);
  expect(({} as Record<string, unknown>)['name']).toBeUndefined();
});
