import { expect, it } from 'vitest';
import { bothExecutors } from './both-executors.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: ["@key", "@context", "@fromContext", "@shareable"])';

it('a contextual argument has the value of the object above, for each of several at once', async () => {
  const both = await bothExecutors(
    {
      shops: `${link} type Query { shops: [Shop!]! }
        type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! offers: [[Offer!]!]! }
        type Offer @key(fields: "id") { id: ID! price(in: String @fromContext(field: "$shop { currency }")): String }`,
      names: `${link} type Offer @key(fields: "id") { id: ID! name: String }`,
    },
    (name, { query, variables }) => {
      if (!query.includes('_entities')) {
        const offer = (id: string) => ({ __typename: 'Offer', id });
        const shops = [
          { __typename: 'Shop', id: 'a', currency: 'CNY', offers: [[offer('1')], [offer('2')]] },
          { __typename: 'Shop', id: 'b', currency: 'EUR', offers: [[offer('1')]] },
        ];
        return { data: { shops } };
      }
      const currency = String(Object.entries(variables).find(([key]) => key.startsWith('contextualArgument'))?.[1]);
      const price = (id: string) => (name === 'shops' ? { price: `${id} ${currency}` } : { name: `n${id}` });
      return { data: { _entities: (variables['representations'] as { id: string }[]).map(({ id }) => price(id)) } };
    },
  );
  const { data, errors } = await both.ours({ query: '{ shops { offers { price name } } }', variables: {} });
  await both.close();
  expect(errors).toEqual([]);
  expect(data).toEqual({
    shops: [
      { offers: [[{ price: '1 CNY', name: 'n1' }], [{ price: '2 CNY', name: 'n2' }]] },
      { offers: [[{ price: '1 EUR', name: 'n1' }]] },
    ],
  });
});
