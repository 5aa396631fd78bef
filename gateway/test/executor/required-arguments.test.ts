import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.js';
import { smallSubgraph, type SmallSubgraph } from '../small-subgraph.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@external", "@requires"])';
const lines = (order: string, most: number) => [1, 2, 3].slice(0, most).map((n) => ({ id: `${order}.${n}`, weight: n }));

const totalIn = (currency: string): number => {
  if (currency === 'none') throw new Error('There is no such currency.');
  return currency === 'CNY' ? 700 : 100;
};

let orders: SmallSubgraph;
let freight: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  orders = await smallSubgraph(
    'orders',
    `${link} type Query { orders: [Order!]! } type Order @key(fields: "id") { id: ID! lines(most: Int!): [Line!]! total(in: String!): Int } type Line { id: ID! weight: Int! }`,
    {
      Query: { orders: () => [{ id: 'a' }, { id: 'b' }] },
      Order: { lines: ({ id }: { id: string }, { most }: { most: number }) => lines(id, most), total: (_order: unknown, { in: currency }: { in: string }) => totalIn(currency) },
    },
  );
  freight = await smallSubgraph(
    'freight',
    `${link} type Order @key(fields: "id") { id: ID! lines(most: Int!): [Line!]! @external total(in: String!): Int @external
      weight: Int @requires(fields: "lines(most: 3) { weight }") duty: Int @requires(fields: "total(in: \\"CNY\\")") } type Line { weight: Int! @external }`,
    {
      Order: {
        __resolveReference: async (reference: object) => reference,
        weight: ({ lines: all }: { lines: { weight: number }[] }) => all.reduce((sum, { weight }) => sum + weight, 0),
        duty: ({ total }: { total: number }) => total / 10,
      },
    },
  );
  hub = await gatewayUnderTest([orders, freight]);
});
afterAll(async () => {
  await hub.close();
  await Promise.all([orders.close(), freight.close()]);
});

it('what a field requires with an argument and what the client asks with another under an alias do not touch', async () => {
  const { data, errors } = await hub.ask('query ($most: Int = 1) { orders { weight duty eur: total(in: "EUR") few: lines(most: $most) { id } } }');
  expect(errors).toBeUndefined();
  const order = (id: string) => ({ weight: 6, duty: 70, eur: 100, few: [{ id: `${id}.1` }] });
  expect(data).toEqual({ orders: [order('a'), order('b')] });
});

it('nor do they where the client asks for it under its own name, or gives that name to something else', async () => {
  const { data, errors } = await hub.ask('query { orders { duty total(in: "EUR") lines(most: 1) { id weight } weight } }');
  expect(errors).toBeUndefined();
  const order = (id: string) => ({ duty: 70, total: 100, lines: [{ id: `${id}.1`, weight: 1 }], weight: 6 });
  expect(data).toEqual({ orders: [order('a'), order('b')] });
  expect(Object.keys((data?.['orders'] as unknown as object[])[0] ?? {})).toEqual(['duty', 'total', 'lines', 'weight']);

  const renamed = await hub.ask('query { orders { total: id duty own_total: total(in: "EUR") ...more } } fragment more on Order { weight lines: total(in: "GBP") }');
  expect(renamed.errors).toBeUndefined();
  expect(renamed.data).toEqual({ orders: ['a', 'b'].map((id) => ({ total: id, duty: 70, own_total: 100, weight: 6, lines: 100 })) });
});

it('tells an error of it at the place where the client reads it', async () => {
  const { data, errors } = await hub.ask('query { orders { duty total(in: "none") lines(most: 13) { id } } }');
  expect(data).toEqual({ orders: ['a', 'b'].map((id) => ({ duty: 70, total: null, lines: [1, 2, 3].map((n) => ({ id: `${id}.${n}` })) })) });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['orders', 0, 'total'],
    ['orders', 1, 'total'],
  ]);
});
