import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { smallSubgraph, type SmallContext, type SmallSubgraph } from './small-subgraph.js';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';

/** Refuses a coordinate as the hub's owners do: an error for the first row, null for the others, one note with the count. */
function refuse(coordinate: string, context: SmallContext, info: GraphQLResolveInfo): GraphQLError | null {
  const note = { ...noteAt(coordinate, info), code: 'SHARING_NOT_IN_AUDIENCE' };
  const [first] = counted(context.sharing.refused, note);
  const extensions = { code: note.code, coordinate, owner: 'users', terms: 'contact', class: 'UNCONDITIONAL' };
  return first ? new GraphQLError(`${coordinate} is refused.`, { extensions }) : null;
}

function counted(notes: object[], note: { coordinate: string; path: string[] }): [first: boolean] {
  const known = notes.find((other) => JSON.stringify({ ...other, count: 0 }) === JSON.stringify({ ...note, count: 0 }));
  if (known) (known as { count: number }).count += 1;
  else notes.push({ ...note, count: 1 });
  return [known === undefined];
}

function noteAt(coordinate: string, info: GraphQLResolveInfo) {
  const path: string[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) {
    if (typeof at.key === 'string') path.unshift(at.key);
  }
  return { coordinate, path, owner: 'users', terms: 'contact', class: 'UNCONDITIONAL' };
}

/** People, whose e-mail is refused and whose telephone is masked for everybody, and who makes which offer. */
export function usersSubgraph(): Promise<SmallSubgraph> {
  return smallSubgraph(
    'users',
    `${federation}
    type Query { me: User, whoFails: String, uncoded: String }
    type Mutation { rename(name: String!): User }
    type Offer @key(fields: "id") { id: ID! seller: User }
    type User @key(fields: "id") { id: ID! name(upper: Boolean = false): String email: String phone: String }`,
    {
      Query: {
        me: () => ({ id: 'u1' }),
        whoFails: () => {
          throw new GraphQLError('Masked by its owner as 4711.', { extensions: { code: 'INTERNAL_SERVER_ERROR', reference: '4711' } });
        },
        uncoded: () => {
          throw new GraphQLError('The owner says so.', { extensions: { code: 'SOMETHING_OF_THE_OWNER' } });
        },
      },
      Mutation: { rename: () => ({ id: 'u1' }) },
      Offer: {
        __resolveReference: async (reference: object) => reference,
        seller: ({ id }: { id: string }) => ({ id: `u of ${id}` }),
      },
      User: {
        __resolveReference: async (reference: object) => reference,
        name: ({ id }: { id: string }, { upper }: { upper: boolean }) => (upper ? `NAME OF ${id}` : `name of ${id}`),
        email: (_user: unknown, _arguments: unknown, context: SmallContext, info: GraphQLResolveInfo) => refuse('User.email', context, info),
        phone: (_user: unknown, _arguments: unknown, context: SmallContext, info: GraphQLResolveInfo) => {
          counted(context.sharing.masked, { ...noteAt('User.phone', info), mask: 'LAST_FOUR' } as never);
          return '…1234';
        },
      },
    },
  );
}

/** Products and offers, which lead to people. */
export function productsSubgraph(): Promise<SmallSubgraph> {
  const products = [1, 2, 3].map((n) => ({ __typename: 'Product', id: `p${n}`, title: `product ${n}`, seller: { id: `u${n}` } }));
  const offers = [4, 5].map((n) => ({ __typename: 'Offer', id: `o${n}` }));
  return smallSubgraph(
    'products',
    `${federation}
    type Query { products: [Product!] hits: [Hit!] featured: Product shop: Shop }
    type Product @key(fields: "id") { id: ID! title: String seller: User }
    type Offer @key(fields: "id") { id: ID! }
    type Shop { sections: [Section!]! }
    type Section { products: [Product] }
    type User @key(fields: "id", resolvable: false) { id: ID! }
    union Hit = Product | Offer`,
    {
      Query: {
        products: () => products,
        hits: () => [offers[0], products[0], offers[1], products[1]],
        featured: () => products[0],
        shop: () => ({ sections: [{ products: [null] }, { products: [null, ...products] }] }),
      },
    },
  );
}
