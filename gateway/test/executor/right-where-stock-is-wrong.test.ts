import { describe, expect, it } from 'vitest';
import { bothExecutors, type AnswerSubgraph } from './both-executors.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@interfaceObject", "@inaccessible", "@external", "@requires"])`;

/** What both make of a query over subgraphs that answer so. */
async function answers(sdl: Readonly<Record<string, string>>, answer: AnswerSubgraph, query: string, variables: Record<string, unknown> = {}) {
  const both = await bothExecutors(Object.fromEntries(Object.entries(sdl).map(([name, text]) => [name, `${link}\n${text}`])), answer);
  const stock = await both.stock({ query, variables });
  const ours = await both.ours({ query, variables });
  await both.close();
  return { stock, ours };
}

describe('ours is right where the stock gateway is wrong:', () => {
  it('an object keeps its type when a subgraph answers that knows but its interface', async () => {
    const { stock, ours } = await answers(
      {
        books: 'type Query { media: Media } interface Media @key(fields: "id") { id: ID! title: String } type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }',
        reviews: 'type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int }',
      },
      (name) =>
        name === 'books'
          ? { data: { media: { __typename: 'Book', id: '1', title: 't', pages: 7 } } }
          : { data: { _entities: [{ __typename: 'Media', rating: 5 }] } },
      '{ media { __typename rating ... on Book { pages } } }',
    );
    expect(ours).toEqual({ data: { media: { __typename: 'Book', rating: 5, pages: 7 } }, errors: [], problems: [] });
    expect(stock.data).toEqual({ media: null });
  });

  it('an error has the path of its entity, also where others of the list were not asked for', async () => {
    const { stock, ours } = await answers(
      {
        search: 'type Query { hits: [Hit] } union Hit = A | B type A @key(fields: "id") { id: ID! } type B @key(fields: "id") { id: ID! }',
        prices: 'type B @key(fields: "id") { id: ID! price: Int }',
      },
      (name) =>
        name === 'search'
          ? { data: { hits: [{ __typename: 'A', id: '1' }, { __typename: 'B', id: '2' }] } }
          : { data: { _entities: [{ price: null }] }, errors: [{ message: 'No price.', path: ['_entities', 0, 'price'] } as never] },
      '{ hits { ... on A { id } ... on B { price } } }',
    );
    expect(ours.errors).toMatchObject([{ message: 'No price.', path: ['hits', 1, 'price'] }]);
    expect(stock.errors).toMatchObject([{ path: ['hits', 0, 'price'] }]);
  });

  it('0, false and an empty text arrive also under a key that the planner had to rename', async () => {
    const { stock, ours } = await answers(
      { boxes: 'type Query { boxes: [Box] } union Box = A | B type A { size: Int } type B { size: String flag: Boolean }' },
      () => ({ data: { boxes: [{ __typename: 'A', size: 0 }, { __typename: 'B', size__alias_0: '' }] } }),
      '{ boxes { ... on A { size } ... on B { size } } }',
    );
    expect(ours.data).toEqual({ boxes: [{ size: 0 }, { size: '' }] });
    expect(stock.data).toEqual({ boxes: [{ size: 0 }, { size: null }] });
  });

  it('lists in lists are joined when two subgraphs answer parts of them', async () => {
    const { stock, ours } = await answers(
      {
        texts: 'type Query { board: Board @shareable } type Board @shareable { rows: [[Cell]] } type Cell { text: String @shareable only: Int }',
        colours: 'type Query { board: Board @shareable } type Board @shareable { rows: [[Cell]] } type Cell { text: String @shareable colour: String }',
      },
      (name) => ({ data: { board: { rows: [[name === 'texts' ? { only: 1 } : { colour: 'red' }]] } } }),
      '{ board { rows { only colour } } }',
    );
    expect(ours.data).toEqual({ board: { rows: [[{ only: 1, colour: 'red' }]] } });
    expect(JSON.stringify(stock.data)).not.toBe(JSON.stringify(ours.data));
  });

  it('a value of the wrong shape is null at its place and leaves the rest', async () => {
    const { stock, ours } = await answers(
      { lists: 'type Query { names: [String] name: String }' },
      () => ({ data: { names: 'not a list', name: 'n' } }),
      '{ name names }',
    );
    expect(ours).toMatchObject({ data: { name: 'n', names: null }, problems: [{ kind: 'invalid', coordinate: 'Query.names', path: ['names'] }] });
    expect(stock.data).toBeUndefined();
  });

  it('a value that the schema hides is told, also beside other errors', async () => {
    const { stock, ours } = await answers(
      { kinds: 'type Query { kind: Kind other: String } enum Kind { OPEN SECRET @inaccessible }' },
      () => ({ data: { kind: 'SECRET', other: null }, errors: [{ message: 'No.', path: ['other'] } as never] }),
      '{ kind other }',
    );
    expect(ours).toMatchObject({ data: { kind: null, other: null }, problems: [{ kind: 'invalid', coordinate: 'Query.kind', path: ['kind'] }] });
    expect(stock.extensions).toBeUndefined();
  });

  it('keys stand in the order of the specification where a directive divides a field', async () => {
    const { stock, ours } = await answers(
      { people: 'type Query { me: Me } type Me { a: Int b: Int c: Int }' },
      () => ({ data: { me: { a: 1, b: 2, c: 3 } } }),
      'query ($yes: Boolean!) { me { a } me @include(if: $yes) { b } me { c } }',
      { yes: true },
    );
    expect(JSON.stringify(ours.data)).toBe('{"me":{"a":1,"b":2,"c":3}}');
    expect(JSON.stringify(stock.data)).toBe('{"me":{"a":1,"c":3,"b":2}}');
  });

  it('an answer without the entities that were asked for is an error of its subgraph', async () => {
    const { ours } = await answers(
      { users: 'type Query { me: User } type User @key(fields: "id") { id: ID! }', names: 'type User @key(fields: "id") { id: ID! name: String }' },
      (name) => (name === 'users' ? { data: { me: { __typename: 'User', id: '1' } } } : { data: { _entities: [] } }),
      '{ me { name } }',
    );
    expect(ours).toMatchObject({ data: { me: { name: null } }, errors: [{ message: expect.stringContaining('names') }] });
  });
});
