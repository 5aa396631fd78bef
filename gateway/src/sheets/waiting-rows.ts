import type { ApolloServer } from '@apollo/server';
import type { WaitingRow } from '@hub/imports/sheets/form-template.js';
import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { GraphQLSchema } from 'graphql';
import { cellOf, valueAt, type Cell } from '../exports/cell-of.js';
import { exportPage, type ExportRow } from '../exports/export-page.js';
import { exportQuery } from '../exports/export-query.js';
import type { GatewayContext } from '../gateway-context.js';
import type { Waiting } from './sheet-acts.js';

/** Rows that are asked at a time. */
const pageSize = 100;

export interface WaitingOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly schema: GraphQLSchema;
  readonly locale: Locale;
  /** Narrows what waits, as the list takes it. */
  readonly filter: object;
  /** Rows of the sheet at the most. */
  readonly most: number;
  /** The key of the n-th item. */
  readonly keyOf: (n: number) => string;
  /** A context for each page. */
  readonly contextFor: () => GatewayContext;
}

/** What stands in a sheet of what waits. */
export interface WaitingRows {
  readonly rows: readonly WaitingRow[];
  /** Whether more waits than has room. */
  readonly more: boolean;
}

/**
 * What an act waits to be done on, as whoever asks may see it: item by item, for one that is cut in two would be sent as if it were whole.
 * @throws GraphQLError as the list would tell it
 */
export async function waitingRows({ list, state, fills, shows, times }: Waiting, { apollo, schema, locale, filter, most, keyOf, contextFor }: WaitingOptions): Promise<WaitingRows> {
  const paths = [...Object.values(fills), ...shows.map(({ path }) => path), ...(times ?? [])];
  const { text, variables } = exportQuery(schema, { list, format: 'jsonl', fields: [...new Set(paths)], filter: { ...filter, state }, pageSize, arguments: {} }, locale);
  const rows: WaitingRow[] = [];
  for (let after: string | null = null, items = 0; ; ) {
    const page = await exportPage(apollo, { list, query: text, variables: { ...variables, first: pageSize, after }, context: contextFor() });
    for (const row of page.rows) {
      for (let time = 0; time < timesOf(row, times); time += 1) {
        const item = rowsOf(row, keyOf((items += 1)), { fills, shows });
        if (rows.length + item.length > most) return { rows, more: true };
        rows.push(...item);
      }
    }
    if (!page.hasNextPage) return { rows, more: false };
    after = page.endCursor;
  }
}

function timesOf(row: ExportRow, times: Waiting['times']): number {
  if (!times) return 1;
  const [all, done] = times.map((path) => Number(valueAt(row, [path])));
  return Math.max(0, (all ?? 0) - (done ?? 0));
}

/** The rows of the sheet that one of the list comes to: one for each entry of a list within it. */
function rowsOf(row: ExportRow, key: string, { fills, shows }: Pick<Waiting, 'fills' | 'shows'>): WaitingRow[] {
  const values = Object.entries(fills).map(([column, path]) => [column, valueAt(row, path.split('.'))] as const);
  const entries = Math.max(1, ...values.map(([, value]) => (Array.isArray(value) ? value.length : 1)));
  const shown = shows.map(({ path, isDueTime }) => shownText(cellOf(row, path.split('.')), isDueTime));
  return Array.from({ length: entries }, (_entry, n) => ({
    key,
    given: Object.fromEntries(values.map(([column, value]) => [column, textOf(Array.isArray(value) ? (value as unknown[])[n] : value)])),
    shown,
  }));
}

function shownText(value: Cell, isDueTime = false): string {
  if (value === null) return '';
  return isDueTime ? writtenDueTime(new Date(String(value))) : String(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
