import { nothing, type RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import { buildSchema, type GraphQLResolveInfo } from 'graphql';
import { expect, it } from 'vitest';
import type { SubgraphContext } from '../service/subgraph-context.js';
import { connection, countLimit, type ConnectionOptions, type PageArguments, type PageQuery } from './connection.js';
import { decodeCursor, encodeCursor } from './cursor.js';

interface Plan {
  readonly id: string;
  readonly holder: string;
}

const schema = buildSchema(`
  directive @reads(coordinate: String!) on INPUT_FIELD_DEFINITION | ENUM_VALUE | ARGUMENT_DEFINITION
  enum PlanSort { BUDGET @reads(coordinate: "Plan.budget") }
  input PlanOrder { by: PlanSort }
  input PlanFilter { number: String @reads(coordinate: "Plan.number") secret: String @reads(coordinate: "Plan.secret") sellerRegionCode: String }
  type Query { plans(filter: PlanFilter, orderBy: PlanOrder, since: Int @reads(coordinate: "Plan.since")): Int }
`);
const info = { schema, parentType: schema.getQueryType(), fieldName: 'plans' } as unknown as GraphQLResolveInfo;

/** Rows that a caller may see, in the order of a list, and what was asked for them. */
class Asked {
  readonly queries: PageQuery[] = [];
  readonly counts: { readonly where: object; readonly atMost: number }[] = [];
  readonly admitted: string[] = [];
  readonly #rows: readonly Plan[];
  readonly #counted: number;

  /** @param left ids of rows that the caller may see, and that are not in the list any more */
  constructor(ids: string, left = '', counted = ids.length) {
    this.#rows = [...ids].map((id) => ({ id, holder: 'center' }));
    this.left = left;
    this.#counted = counted;
  }

  readonly left: string;

  list(args: PageArguments & Readonly<Record<string, unknown>>, more: Partial<ConnectionOptions<Plan>> = {}) {
    const scope = (coordinate: string): RowCondition => (coordinate === 'Plan.secret' ? nothing : { holder: coordinate });
    const context = {
      locale: 'en',
      authority: {
        rowScopeOf: scope,
        readScopeOf: scope,
        refuseFilter: (coordinate: string) => new Error(coordinate),
        admit: ({ id }: Plan, { holder }: { holder: string }, type: string) => this.admitted.push(`${type} ${id} of ${holder}`),
      },
    } as unknown as SubgraphContext;
    return connection<Plan>(context, info, {
      key: 'Plan.id',
      args,
      where: { open: true },
      orderBy: [],
      filterType: 'PlanFilter',
      orderType: 'PlanOrder',
      find: (query) => Promise.resolve(this.#found(query)),
      count: (where, atMost) => Promise.resolve((this.counts.push({ where, atMost }), this.#counted)),
      ...more,
    });
  }

  /** As a repository answers: from the row at the cursor on, that row included if it is in the list. */
  #found(query: PageQuery): Plan[] {
    this.queries.push(query);
    const [only] = (query.where as { AND: { id?: string }[] }).AND;
    if (only?.id !== undefined) return this.left.includes(only.id) ? [{ id: only.id, holder: 'center' }] : [];
    const { take, cursor } = query;
    const from = cursor?.['id'];
    const rows = this.#rows.filter(({ id }) => from === undefined || (take > 0 ? id >= from : id <= from));
    return take > 0 ? rows.slice(0, take) : rows.slice(take);
  }
}

const ids = ({ nodes }: { readonly nodes: readonly Plan[] }) => nodes.map(({ id }) => id).join('');
const at = (id: string) => encodeCursor('Plan', id);
const code = (code: string) => expect.objectContaining({ extensions: expect.objectContaining({ code }) as unknown }) as unknown;

it('has the caller’s own rows in its condition, and those alone on which filter, order and arguments may be used', async () => {
  const asked = new Asked('abc');
  const page = await asked.list({ filter: { number: 'JH-1' }, orderBy: { by: 'BUDGET' }, since: 3 });
  const where = { AND: [{ holder: 'Plan.id' }, { holder: 'Plan.number' }, { holder: 'Plan.budget' }, { holder: 'Plan.since' }, { open: true }] };
  expect(asked.queries.map((query) => query.where)).toEqual([where]);
  expect(await page.totalCount()).toBe(3);
  expect(asked.counts).toEqual([{ where, atMost: countLimit + 1 }]);
  expect(asked.admitted).toEqual(['Plan a of center', 'Plan b of center', 'Plan c of center']);
});

it('is refused where a filter reads what is closed to the caller', async () => {
  await expect(new Asked('abc').list({ filter: { secret: 'x' } })).rejects.toThrow('Plan.secret');
});

it('goes on from a cursor, forwards and backwards, each row once, and says whether there are more', async () => {
  const asked = new Asked('abcde');
  const pages = await Promise.all([{ first: 2 }, { first: 2, after: at('b') }, { first: 2, after: at('d') }, { last: 2 }, { last: 2, before: at('d') }, { last: 2, before: at('b') }].map((args) => asked.list(args)));
  expect(pages.map(ids)).toEqual(['ab', 'cd', 'e', 'de', 'bc', 'a']);
  expect(pages.map(({ pageInfo: { hasNextPage, hasPreviousPage } }) => [hasPreviousPage, hasNextPage])).toEqual([[false, true], [true, true], [true, false], [true, false], [true, true], [false, true]]);
  expect(pages[1]?.pageInfo).toMatchObject({ startCursor: at('c'), endCursor: at('d') });
  expect(pages[1]?.edges.map(({ cursor }) => cursor)).toEqual([at('c'), at('d')]);
});

it('goes on from a row that has left the list, with whole pages, as long as the caller may see it', async () => {
  const page = await new Asked('acde', 'b').list({ first: 2, after: at('b') });
  expect([ids(page), page.pageInfo.hasNextPage]).toEqual(['cd', true]);
  const asked = new Asked('acde');
  await expect(asked.list({ first: 2, after: at('b') })).rejects.toEqual(code('CURSOR_INVALID'));
  expect(asked.queries.at(-1)?.where).toEqual({ AND: [{ id: 'b' }, { holder: 'Plan.id' }] });
});

it.each([{ first: 0 }, { first: -1 }, { first: 501 }, { last: 501 }, { first: 1, last: 1 }, { last: 1, after: at('a') }, { first: 1, before: at('a') }])('is refused with %j', async (args) => {
  await expect(new Asked('abc').list(args)).rejects.toEqual(code('PAGE_SIZE_INVALID'));
});

it.each([{ first: 1 }, { first: 500 }, { last: 500 }, {}, { first: null, after: null }])('is given with %j', async (args) => {
  expect(ids(await new Asked('a').list(args))).toBe('a');
});

it('is refused where a region is named by an odd number of digits', async () => {
  await expect(new Asked('a').list({ filter: { sellerRegionCode: '330' } })).rejects.toEqual(code('VALUE_INVALID'));
  expect(ids(await new Asked('a').list({ filter: { sellerRegionCode: '3301' } }))).toBe('a');
});

it('has the key as the last of its order, in the direction of the first', async () => {
  const asked = new Asked('a');
  await asked.list({});
  await asked.list({}, { orderBy: [{ number: 'desc' }, { title: 'asc' }] });
  await asked.list({}, { orderBy: [{ number: 'asc' }] });
  expect(asked.queries.map(({ orderBy }) => orderBy)).toEqual([[{ id: 'asc' }], [{ number: 'desc' }, { title: 'asc' }, { id: 'desc' }], [{ number: 'asc' }, { id: 'asc' }]]);
});

it('counts once, when it is asked, and says where it has stopped counting', async () => {
  const asked = new Asked('a', '', countLimit + 1);
  const page = await asked.list({});
  expect(asked.counts).toHaveLength(0);
  expect([await page.totalCount(), await page.pageInfo.totalCountCapped(), asked.counts.length]).toEqual([countLimit, true, 1]);
  const whole = await new Asked('a', '', countLimit).list({});
  expect([await whole.totalCount(), await whole.pageInfo.totalCountCapped()]).toEqual([countLimit, false]);
});

it('takes a cursor of its own type alone, as it was written', () => {
  expect(decodeCursor('Plan', at('a'), 'en')).toBe('a');
  for (const other of [encodeCursor('Plant', 'a'), encodeCursor('Sample', 'a'), `${at('a')}=`, `${at('a')} `, 'a', '']) expect(() => decodeCursor('Plan', other, 'en')).toThrow(code('CURSOR_INVALID'));
});
