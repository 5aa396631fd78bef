import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { smallSubgraph, type SmallSubgraph } from './small-subgraph.js';

const typeDefs = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
type Query {
  books(first: Int, last: Int, after: ID): BookConnection
    @listSize(assumedSize: 50, slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
  shelf(count: Int): [Book!] @listSize(assumedSize: 4, slicingArguments: ["count"], requireOneSlicingArgument: false)
  book: Book
  report(deep: Boolean @cost(weight: 7)): String @cost(weight: 3)
  heavy: Heavy
  wall(count: Int = 150): [Book!] @listSize(slicingArguments: ["count"], requireOneSlicingArgument: false)
  room: Room
  anything: Anything
}
interface Room { volumes(first: Int): [Book!] }
type Hall implements Room { volumes(first: Int): [Book!] @listSize(assumedSize: 50, slicingArguments: ["first"], requireOneSlicingArgument: false) }
union Anything = Heavy | Book
type Mutation {
  lend(id: ID): Book  inspect(id: ID): Book @cost(weight: 2)
  buy(items: [ID!]!, marks: [ID!]): Bought
  sort(items: [ID!]!): Bought @listSize(assumedSize: 3, sizedFields: ["outcomes"])
}
type Bought { outcomes: [Book!] rooms: [Book!] @listSize(assumedSize: 2) }
type BookConnection { nodes: [Book!]! edges: [BookEdge!]! totalCount: Int @cost(weight: 5) }
type BookEdge { node: Book }
type Book @key(fields: "id") { id: ID! authors: [Author!] pair: [Author!] @listSize(assumedSize: 2) related(first: Int): BookConnection @listSize(assumedSize: 50, slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false) }
type Author { name: String }
type Heavy @cost(weight: 40) { name: String }
`;

let library: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  library = await smallSubgraph('library', typeDefs, {});
  hub = await gatewayUnderTest([library], { limits: { LIMIT_COST: 100, LIMIT_ROOT_FIELDS: 100 } });
});
afterAll(async () => {
  await hub.close();
  await library.close();
});

/** The cost of an operation as a refusal tells it; undefined where it passed. */
async function refusedCost(query: string, variables: object = {}): Promise<unknown> {
  const before = library.received.length;
  const { status, errors, data } = await hub.ask(query, { variables });
  const refused = errors?.find(({ extensions }) => extensions?.['code'] === 'LIMIT_COST');
  if (!refused) return undefined;
  expect({ status, data }).toEqual({ status: 400, data: undefined });
  expect(refused.extensions).toMatchObject({ limit: 100 });
  expect(library.received.length).toBe(before);
  return refused.extensions?.['came'];
}

describe('the cost of an operation', () => {
  it('is one for each object that its lists may give: the limit passes, one more is refused with what to do', async () => {
    expect(await refusedCost('{ books(first: 99) { nodes { id } } }')).toBeUndefined();
    expect(await refusedCost('{ books(first: 100) { nodes { id } } }')).toBe(101);
    const { errors } = await hub.ask('{ books(first: 100) { nodes { id } } }');
    expect(errors?.[0]?.message).toMatch(/101 objects.*100.*first or last.*after/);
    const inChinese = await hub.ask('{ books(first: 100) { nodes { id } } }', { headers: { 'accept-language': 'zh-CN' } });
    expect(inChinese.errors?.[0]?.message).toContain('最多可返回 101 个对象，单次上限为 100 个');
  });

  it.each<[title: string, query: string, cost: number]>([
    ['a page takes last like first', '{ books(last: 100) { nodes { id } } }', 101],
    ['the larger of both counts', '{ books(first: 1, last: 100) { nodes { id } } }', 101],
    ['a page of which nothing is said has its standard size', '{ books { edges { node { id } } } }', 101],
    ['null is as if nothing were said', '{ books(first: null) { edges { node { id } } } }', 101],
    ['lists in lists multiply', '{ books(first: 10) { nodes { related(first: 9) { nodes { id } } } } }', 111],
    ['each field of a page has its size', '{ books(first: 40) { nodes { id } edges { node { id } } } }', 121],
    ['a list that is the value itself', '{ shelf(count: 101) { id } }', 101],
    ['a list with an assumed size', '{ shelf { pair { name } a: pair { name } b: pair { name } c: pair { name } authors { name } d: authors { name } } }', 116],
    ['a list of which the schema says nothing is taken for ten', '{ shelf(count: 10) { authors { name } } }', 110],
    ['a list whose size has a default in the schema', '{ wall { id } }', 150],
    ['null is no size, whatever the default in the schema', '{ a: wall(count: null) { id } wall(count: 91) { id } }', 101],
    ['a list asked for through an interface is as long as that of its types', '{ room { volumes(first: 101) { id } } }', 102],
    ['an interface or union weighs as much as the heaviest of its types', '{ a: anything { __typename } b: anything { __typename } c: anything { __typename } }', 120],
    ['weights of types', '{ a: heavy { name } b: heavy { name } c: heavy { name } }', 120],
    ['weights of fields, once for each place', '{ books(first: 95) { nodes { id } totalCount } }', 101],
    ['weights of arguments that are given', `{ ${Array.from({ length: 11 }, (_, n) => `a${n}: report(deep: true)`).join(' ')} }`, 110],
    ['an act weighs ten', `mutation { ${Array.from({ length: 10 }, (_, n) => `a${n}: lend(id: 1) { id }`).join(' ')} }`, 110],
    ['an act gives as much as it is given', `mutation { buy(items: [${'"1" '.repeat(100)}]) { outcomes { id } } }`, 111],
    ['of several lists the longest counts', `mutation { buy(items: ["1"], marks: [${'"1" '.repeat(100)}]) { outcomes { id } } }`, 111],
    ['what is no list is a list of itself', `mutation { ${Array.from({ length: 10 }, (_, n) => `a${n}: buy(items: "1") { outcomes { id } }`).join(' ')} }`, 120],
    ['a list of a payload that says its size keeps that', `mutation { ${Array.from({ length: 8 }, (_, n) => `a${n}: buy(items: "1") { rooms { id } }`).join(' ')} }`, 104],
    ['an act that says what it gives keeps that', `mutation { ${Array.from({ length: 8 }, (_, n) => `a${n}: sort(items: ["1"]) { outcomes { id } }`).join(' ')} }`, 112],
    ['an act with a weight of its own weighs that', `mutation { ${Array.from({ length: 51 }, (_, n) => `a${n}: inspect(id: 1) { id }`).join(' ')} }`, 102],
    ['fragments count wherever they are spread', '{ ...Q ...Q } fragment Q on Query { books(first: 60) { ...C } } fragment C on BookConnection { nodes { id } }', 122],
    ['inline fragments count', '{ ... on Query { books(first: 100) { ... { nodes { id } } } } }', 101],
  ])('%s', async (_title, query, cost) => {
    expect(await refusedCost(query)).toBe(cost);
  });

  it('follows the variables of each request, and their defaults', async () => {
    const query = 'query ($first: Int = 100) { books(first: $first) { nodes { id } } }';
    expect(await refusedCost(query)).toBe(101);
    expect(await refusedCost(query, { first: 99 })).toBeUndefined();
    expect(await refusedCost(query, { first: 250 })).toBe(251);
    expect(await refusedCost(query, { first: null })).toBeUndefined();
  });

  it('follows the number of items that a request sends to an act', async () => {
    const query = 'mutation ($items: [ID!]!) { buy(items: $items) { outcomes { id } } }';
    const items = (count: number) => ({ items: Array.from({ length: count }, (_, n) => String(n)) });
    expect(await refusedCost(query, items(89))).toBeUndefined();
    expect(await refusedCost(query, items(90))).toBe(101);
    expect(await refusedCost(query, { items: 'one' })).toBeUndefined();
  });

  it('follows variables also where they are named like what every object has', async () => {
    expect(await refusedCost('query ($toString: Int = 100) { books(first: $toString) { nodes { id } } }')).toBe(101);
    expect(await refusedCost('query ($constructor: Boolean = true) { books(first: 100) @include(if: $constructor) { nodes { id } } }')).toBe(101);
    expect(await refusedCost('query ($valueOf: Int) { wall(count: $valueOf) { id } }')).toBe(150);
  });

  it('leaves out what is skipped or not included', async () => {
    const query = 'query ($all: Boolean = true) { books(first: 100) @include(if: $all) { nodes { id } } book @skip(if: true) { id } }';
    expect(await refusedCost(query)).toBe(101);
    expect(await refusedCost(query, { all: false })).toBeUndefined();
  });

  it('is that of a page of standard size, whatever is sent that bounds nothing', async () => {
    const query = 'query ($first: Int) { a: books(first: $first) { nodes { id } } b: books(first: 100) { nodes { id } } }';
    expect(await refusedCost(query, { first: -1_000 })).toBe(152);
    expect(await refusedCost(query, { first: 0 })).toBe(102);
    expect((await hub.ask('query ($first: Int) { books(first: $first) { nodes { id } } }', { variables: { first: 'many' } })).errors).toMatchObject([
      { extensions: { code: 'VALUE_INVALID' } },
    ]);
  });

  it('of the operation that is named is what counts', async () => {
    expect(await refusedCost('query Large { books(first: 500) { nodes { id } } }')).toBe(501);
  });

  it('is that of the supergraph in force', async () => {
    const query = '{ shelf { id } }';
    expect(await refusedCost(query)).toBeUndefined();
    const other = await gatewayUnderTest([{ ...library, typeDefs: typeDefs.replace('assumedSize: 4', 'assumedSize: 400') }], { limits: { LIMIT_COST: 100 } });
    const { errors } = await other.ask(query);
    await other.close();
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_COST', came: 400 } }]);
  });
});
