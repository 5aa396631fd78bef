import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { smallSubgraph, type SmallSubgraph } from './small-subgraph.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@external", "@requires"])';
const batch = { lot: { year: 2026, line: 'b', shift: 'night' }, id: '1' };

let names: SmallSubgraph;
let batches: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  names = await smallSubgraph(
    'names',
    `${link} type Batch @key(fields: "id") @key(fields: "lot { year line }", resolvable: false) @key(fields: "id lot { line shift }", resolvable: false)
      { id: ID! lot: Lot! name: String! }
    type Lot { year: Int! line: String! shift: String! }`,
    { Batch: { __resolveReference: async ({ id }: { id: string }) => ({ ...batch, id, name: `batch ${id}` }) } },
  );
  batches = await smallSubgraph(
    'batches',
    `${link} type Query { batches: [Batch!]! }
    type Batch @key(fields: "lot { year line }", resolvable: false) @key(fields: "id lot { line shift }") @key(fields: "id", resolvable: false)
      { id: ID! lot: Lot! name: String! @external label: String! @requires(fields: "name") }
    type Lot { year: Int! line: String! shift: String! }`,
    {
      Query: { batches: () => [batch] },
      Batch: {
        __resolveReference: async (reference: { id?: string; lot?: { shift?: string } }) => (reference.id && reference.lot?.shift ? reference : null),
        label: ({ name }: { name: string }) => `label of ${name}`,
      },
    },
  );
  hub = await gatewayUnderTest([names, batches]);
});
afterAll(async () => {
  await hub.close();
  await Promise.all([names.close(), batches.close()]);
});

it('a subgraph is come back to by a key that it resolves, not by one that it only names', async () => {
  const { data, errors } = await hub.ask('{ batches { id name label } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ batches: [{ id: '1', name: 'batch 1', label: 'label of batch 1' }] });
});
