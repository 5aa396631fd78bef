import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.js';
import { smallSubgraph, type SmallSubgraph } from '../small-subgraph.js';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  type Query { thing(id: ID!): Thing }
  type Thing @key(fields: "id") { id: ID! name: String size: Int }`;

let things: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  things = await smallSubgraph('things', typeDefs, { Query: { thing: (_root: unknown, { id }: { id: string }) => ({ id, name: 'a thing' }) } });
  hub = await gatewayUnderTest([things]);
});
afterAll(async () => {
  await hub.close();
  await things.close();
});

/** What was reported until there is as much as expected: requests by operation name and client. */
async function reported(name: string, requests: number) {
  const uses = () => {
    const { reports } = hub.registry.usage;
    const operations = new Map(reports.flatMap((report) => report.operations).map((operation) => [operation.hash, operation]));
    return reports.flatMap((report) => report.uses).map((use) => ({ ...use, operation: operations.get(use.operation) })).filter(({ operation }) => operation?.name === name);
  };
  await eventually(async () => uses(), (found) => found.reduce((sum, use) => sum + use.requests, 0) >= requests);
  return uses();
}
const sum = (uses: readonly { readonly requests: number }[]) => uses.reduce((total, { requests }) => total + requests, 0);

it('tells the registry at the start that it records', async () => {
  await eventually(async () => hub.registry.usage.reports[0], (report) => report?.uses.length === 0);
});

it('tells who asked which operation how often, by its shape and without its values', async () => {
  for (const id of ['1', '2']) await hub.ask(`query Shape { a: thing(id: "${id}") { name } }`, { headers: { 'apollographql-client-name': 'desk' } });
  await hub.ask('query Shape($id: ID!) { thing(id: $id) { name } }', { variables: { id: '3' } });
  const uses = await reported('Shape', 3);
  expect(sum(uses)).toBe(3);
  const [first] = uses;
  expect(first).toMatchObject({ partyId: 'center', client: 'desk', operation: { kind: 'query', coordinates: ['Query', 'Query.thing', 'Query.thing(id:)', 'Thing', 'Thing.name'] } });
  expect(first?.operation?.signature).toBe('query Shape{thing(id:""){name}}');
  expect(new Set(uses.map(({ operation }) => operation?.hash)).size).toBe(2);
});

it('counts nothing that was refused', async () => {
  const before = hub.registry.usage.reports.length;
  await hub.ask('query Refused { nothing }');
  await hub.ask('query Refused { thing(id: 1) { name } }', { headers: { authorization: 'Bearer of.nothing.good' } });
  await hub.ask('query Then { thing(id: 1) { id } }');
  await reported('Then', 1);
  expect(hub.registry.usage.reports.slice(before).flatMap(({ operations }) => operations.map(({ name }) => name))).toEqual(['Then']);
});

it('keeps what the registry does not take, and tells it when it does, once', async () => {
  hub.registry.usage.taken = false;
  for (let time = 0; time < 5; time += 1) await hub.ask('query Meanwhile { thing(id: 1) { size } }');
  hub.registry.usage.taken = true;
  await hub.ask('query Meanwhile { thing(id: 1) { size } }');
  expect(sum(await reported('Meanwhile', 6))).toBe(6);
  await hub.ask('query Last { thing(id: 1) { id } }');
  await reported('Last', 1);
  expect(sum(await reported('Meanwhile', 6))).toBe(6);
});

it('tells at its stop what it has counted since the last report', async () => {
  const rare = await gatewayUnderTest([things], { usageReportSeconds: 3_600 });
  try {
    await eventually(async () => rare.registry.usage.reports.length, (reports) => reports === 1);
    for (const id of ['1', '2', '3']) await rare.ask(`query Stopped { thing(id: "${id}") { name } }`);
    expect(rare.registry.usage.reports).toHaveLength(1);
  } finally {
    await rare.close();
  }
  expect(sum(rare.registry.usage.reports.flatMap(({ uses }) => uses))).toBe(3);
});
