import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { bothExecutors } from './both-executors.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';

it('a subscription has a fetch that opens it, and each event is completed by the other subgraphs', async () => {
  const both = await bothExecutors(
    {
      plans: `${link} type Query { hello: String } type Subscription { planChanged(state: State = OPEN): PlanEvent! } type PlanEvent { cursor: ID! plan: Plan } type Plan @key(fields: "id") { id: ID! } enum State { OPEN }`,
      titles: `${link} type Plan @key(fields: "id") { id: ID! title: String! }`,
    },
    (_name, { variables }) => ({ data: { _entities: (variables['representations'] as { id: string }[]).map(({ id }) => (id === 'hidden' ? null : { title: `title of ${id}` })) } }),
  );
  const { executor, ask } = both;
  const document = parse('subscription ($state: State) { planChanged(state: $state) { plan { title } position: cursor } }');
  const operation = executor.operation(document, 'hash', undefined);
  expect(operation.plan).toMatchObject({ kind: 'Subscription', primary: { subgraph: 'plans', operationKind: 'subscription', variables: ['state'] } });
  expect(operation.plan).toHaveProperty('primary.bodyHead', expect.stringContaining('planChanged(state:$state)'));

  const event = (id: string) => ({ planChanged: { position: 'c1', plan: { __typename: 'Plan', id } } });
  expect(await executor.executeRest(operation, event('1'), { variables: {}, ask })).toEqual({
    data: { planChanged: { plan: { title: 'title of 1' }, position: 'c1' } },
    errors: [],
    problems: [],
  });
  // A row that is not there for the caller leaves a null, and no word.
  expect(await executor.executeRest(operation, event('hidden'), { variables: {}, ask })).toEqual({
    data: { planChanged: { plan: null, position: 'c1' } },
    errors: [],
    problems: [],
  });
  await expect(executor.execute(operation, { variables: {}, ask })).rejects.toThrow('primary fetch');
  await both.close();
});
