import { pageSize } from '@hub/schema/policy/cost/page-size.js';
import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import { type GraphQLResolveInfo } from 'graphql';
import type { Where } from '../loading/entity-loader.js';
import { stampsOf } from '../loading/stamps-of.js';
import { codedError } from '../refusals/coded-error.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import { argumentScopes } from './argument-scopes.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { readScopes } from './read-scopes.js';
import { requireRegions } from './require-regions.js';

/** The paging arguments of a list (Relay Cursor Connections). */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** One statement for a page; the sign of `take` is its direction, as Prisma has it. */
export interface PageQuery {
  readonly where: Where;
  readonly orderBy: readonly Readonly<Record<string, 'asc' | 'desc'>>[];
  readonly take: number;
  /** Where to begin, that row included if it is in the list. */
  readonly cursor?: Readonly<Record<string, string>>;
}

export interface ConnectionOptions<Row> {
  /** The key whose terms give the rows, such as `Sample.id`. */
  readonly key: string;
  readonly args: PageArguments & { readonly filter?: unknown; readonly orderBy?: unknown; readonly [argument: string]: unknown };
  /** The filter, and the order if there is one, as conditions of the repository. */
  readonly where: Where;
  /** Columns in order; the key is added as the last. */
  readonly orderBy: readonly Readonly<Record<string, 'asc' | 'desc'>>[];
  /** Names of the input types whose `@reads` are to be checked. */
  readonly filterType?: string;
  readonly orderType?: string;
  readonly find: (query: PageQuery) => Promise<Row[]>;
  /** How many rows there are, counted up to a number. */
  readonly count: (where: Where, atMost: number) => Promise<number>;
}

export interface Connection<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly nodes: Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly totalCountCapped: () => Promise<boolean>;
  };
  /** Counted only when asked for, and up to the limit. */
  readonly totalCount: () => Promise<number>;
}

export const pageLimit = pageSize.limit;

/** Counting stops here, so that a list of a million rows answers as soon as one of a thousand. */
export const countLimit = 10_000;

/**
 * A page of the rows that the caller may see and the filter admits: one statement, the row scope in its WHERE, before
 * LIMIT, counts and page flags.
 *
 * @throws GraphQLError PAGE_SIZE_INVALID, CURSOR_INVALID, SHARING_FILTER_DENIED, VALUE_INVALID
 */
export async function connection<Row extends Partial<Stamps> & object>(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  options: ConnectionOptions<Row>,
): Promise<Connection<Row>> {
  const { args, key } = options;
  const [type = '', keyField = ''] = key.split('.');
  const backward = args.last != null;
  const size = args.last ?? args.first ?? pageSize.standard;
  const mixed = backward ? args.first != null || args.after != null : args.before != null;
  if (size < 1 || size > pageLimit || mixed) {
    throw codedError('PAGE_SIZE_INVALID', context.locale, { limit: pageLimit });
  }
  const scopes: RowCondition[] = [
    context.authority.rowScopeOf(key),
    ...readScopes(context, info, options.filterType ?? '', args.filter as never),
    ...readScopes(context, info, options.orderType ?? '', args.orderBy as never),
    ...argumentScopes(context, info, args),
  ];
  requireRegions(args.filter, context.locale);
  const where: Where = { AND: [...scopes, options.where] };
  const cursor = backward ? args.before : args.after;
  const from = cursor == null ? undefined : decodeCursor(type, cursor, context.locale);
  const keyOf = (row: Row) => String((row as Record<string, unknown>)[keyField]);
  // One more than asked for tells whether there are more. The row at the cursor comes besides, unless it has left the list.
  const take = size + (from === undefined ? 1 : 2);
  const found = await options.find({
    where,
    orderBy: [...options.orderBy, { [keyField]: options.orderBy[0] && Object.values(options.orderBy[0])[0] === 'desc' ? 'desc' : 'asc' }],
    take: backward ? -take : take,
    ...(from === undefined ? {} : { cursor: { [keyField]: from } }),
  });
  const rows = found.filter((row) => keyOf(row) !== from);
  if (from !== undefined && rows.length === found.length) await requireRowAtCursor(context, options, from);
  const more = rows.length > size;
  const page = backward ? rows.slice(-size) : rows.slice(0, size);
  for (const row of page) context.authority.admit(row, stampsOf(row), type);
  let counted: Promise<number> | undefined;
  const count = () => (counted ??= options.count(where, countLimit + 1));
  const cursorOf = (row: Row) => encodeCursor(type, keyOf(row));
  const [first, last] = [page[0], page.at(-1)];
  return {
    edges: page.map((node) => ({ cursor: cursorOf(node), node })),
    nodes: page,
    pageInfo: {
      hasNextPage: backward ? args.before != null : more,
      hasPreviousPage: backward ? more : args.after != null,
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
      totalCountCapped: async () => (await count()) > countLimit,
    },
    totalCount: async () => Math.min(await count(), countLimit),
  };
}

/**
 * A cursor whose row is not in the list any more is good as long as its row is there for the caller. One of a hidden row is
 * refused like one of no row: the place where it stands among the caller's own rows would tell that it exists.
 */
async function requireRowAtCursor<Row extends object>(
  context: SubgraphContext,
  { key, find, orderBy }: ConnectionOptions<Row>,
  id: string,
): Promise<void> {
  const keyField = key.slice(key.indexOf('.') + 1);
  const where: Where = { AND: [{ [keyField]: id }, context.authority.rowScopeOf(key)] };
  if ((await find({ where, orderBy, take: 1 })).length === 0) throw codedError('CURSOR_INVALID', context.locale);
}
