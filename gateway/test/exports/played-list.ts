import { GraphQLError } from 'graphql';
import type { SmallContext, SmallSubgraph } from '../small-subgraph.js';
import { smallSubgraph } from '../small-subgraph.js';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])
  type Query {
    samples(first: Int, after: String, filter: SampleFilter): SampleConnection @listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
    owner: Owner
  }
  input SampleFilter { name: String }
  type SampleConnection { nodes: [Sample!]! pageInfo: PageInfo! totalCount: Int! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Sample @key(fields: "id") {
    id: ID!
    name: String
    price: Float
    passed: Boolean
    buyer: Owner
    tags: [String!]
    parts: [Owner!]
    old: String @deprecated
    of(year: Int!): String
    more(first: Int, after: String): SampleConnection
  }
  type Owner { name: String phone: String }
`;

/** A list of an owner that is played: its rows, and what becomes of a page. */
export interface PlayedList {
  readonly subgraph: SmallSubgraph;
  /** How many rows there are, and what is said of each. */
  rows: number;
  row: (n: number) => object;
  /** Before each page that is asked: with the number of its first row and whose token it was. */
  beforePage: (from: number, party: string) => void | Promise<void>;
  /** Who is refused the buyers' phones. */
  refusePhones: (party: string, row: number) => boolean;
  /** The first rows of all pages that were asked, and of how many rows. */
  readonly asked: { readonly from: number; readonly first: number }[];
}

/** Starts the owner of a list that a test plays. */
export async function playedList(): Promise<PlayedList> {
  const list: Omit<PlayedList, 'subgraph'> & { subgraph?: SmallSubgraph } = {
    rows: 0,
    row: (n) => ({ name: `样品 ${n}` }),
    beforePage: () => undefined,
    refusePhones: () => false,
    asked: [],
  };
  const partyNow = () => {
    const bearer = list.subgraph?.received.at(-1)?.authorization ?? '';
    return (JSON.parse(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString() || '{}') as { party?: string }).party ?? '';
  };
  list.subgraph = await smallSubgraph('samples', typeDefs, {
    Query: {
      samples: async (_root: unknown, { first = 50, after, filter }: { first?: number; after?: string; filter?: { name?: string } }, { sharing }: SmallContext) => {
        const from = after === undefined || after === null ? 0 : Number(after);
        const party = partyNow();
        list.asked.push({ from, first });
        await list.beforePage(from, party);
        const all = filter?.name === 'none' ? 0 : list.rows;
        const until = Math.min(all, from + first);
        const nodes = Array.from({ length: until - from }, (_row, n) => ({ id: String(from + n), buyer: { name: '张三', phone: '13800000000' }, ...list.row(from + n), party, n: from + n, sharing }));
        return { nodes, totalCount: Math.min(all, 10_000), pageInfo: { hasNextPage: until < all, endCursor: until === 0 ? null : String(until) } };
      },
    },
    Sample: { buyer: (sample: { buyer: object }) => ({ ...sample, ...sample.buyer }) },
    Owner: {
      phone: ({ phone, party = '', n = 0, sharing }: { phone: string; party?: string; n?: number; sharing?: SmallContext['sharing'] }) => {
        if (!list.refusePhones(party, n)) return phone;
        const told = { coordinate: 'Owner.phone', path: ['samples', 'nodes', 'buyer', 'phone'], owner: 'samples', terms: 'buyers', code: 'SHARING_NOT_IN_AUDIENCE', count: 1 };
        if (sharing?.refused.length === 0) sharing.refused.push(told);
        throw new GraphQLError('Owner.phone is shared by samples with others.', { extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'Owner.phone' } });
      },
    },
  });
  return list as PlayedList;
}
