import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GatewayContext } from '../../src/gateway-context.js';
import { waitingRows } from '../../src/sheets/waiting-rows.js';

const typeDefs = `
  type Query { receipts(first: Int, after: String, filter: ReceiptFilter): ReceiptConnection! }
  input ReceiptFilter { state: [String!] }
  type ReceiptConnection { nodes: [Receipt!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Receipt { id: ID! items: [Item!]! }
  type Item { code: String! }
`;
const receipts = ['r-1', 'r-2'].map((id) => ({ id, items: ['LEAK', 'HEAT', 'FIRE'].map((code) => ({ code })) }));
/** A page for each. */
const receiptsAfter = (_root: unknown, { after }: { after?: string | null }) => {
  const at = after == null ? 0 : Number(after);
  return { nodes: receipts.slice(at, at + 1), pageInfo: { hasNextPage: at + 1 < receipts.length, endCursor: String(at + 1) } };
};
const apollo = new ApolloServer<GatewayContext>({ typeDefs, resolvers: { Query: { receipts: receiptsAfter } }, stopOnTerminationSignals: false });
beforeAll(() => apollo.start());
afterAll(() => apollo.stop());

it.each([
  { most: 6, rows: ['r-1 LEAK', 'r-1 HEAT', 'r-1 FIRE', 'r-2 LEAK', 'r-2 HEAT', 'r-2 FIRE'], more: false },
  { most: 5, rows: ['r-1 LEAK', 'r-1 HEAT', 'r-1 FIRE'], more: true },
  { most: 3, rows: ['r-1 LEAK', 'r-1 HEAT', 'r-1 FIRE'], more: true },
  { most: 2, rows: [], more: true },
])('what waits is cut between items, and never within one, with room for $most rows', async ({ most, rows, more }) => {
  const waiting = { list: 'receipts', state: ['RECEIVED'], fills: { receiptId: 'id', 'results.itemCode': 'items.code' }, shows: [] };
  const found = await waitingRows(waiting, { apollo, schema: buildSchema(typeDefs), locale: 'en', filter: {}, most, keyOf: String, contextFor: () => ({ locale: 'en' }) as GatewayContext });
  expect(found.rows.map(({ given }) => `${given['receiptId']} ${given['results.itemCode']}`)).toEqual(rows);
  expect(found.more).toBe(more);
});
