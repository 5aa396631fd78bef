import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { TermsTable } from '@hub/schema/policy/terms/read-terms.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Authenticate } from '../identity/authenticate.js';
import { codedError } from '../refusals/coded-error.js';
import type { ReadSearchedRows, SearchedRows } from './searched-rows.js';

/** Rows of one answer. */
export const searchedRowsLimit = 500;

const asked = z.object({ type: z.string() }).and(
  z.union([z.object({ ids: z.array(z.string()).min(1).max(searchedRowsLimit) }), z.object({ after: z.string(), limit: z.int().min(1).max(searchedRowsLimit) })]),
);

/** What an owner tells of the terms of the types that are searched: those that it enforces, by coordinate. */
export interface SearchedTerms {
  readonly terms: Readonly<Record<string, FieldTerms>>;
}

export interface SearchedRouteOptions<Database> {
  readonly database: Database;
  readonly searched: Readonly<Record<string, ReadSearchedRows<Database>>>;
  /** The terms in force now. */
  readonly terms: () => TermsTable;
  readonly authenticate: Authenticate;
}

/** Tells the exchange, and nobody else, what of its rows is searched (5.4.4), and on which terms: those that this owner enforces. */
export function searchedRoute<Database>(server: FastifyInstance, { database, searched, terms, authenticate }: SearchedRouteOptions<Database>): void {
  const requireExchange = async ({ headers }: FastifyRequest): Promise<void> => {
    if ((await authenticate.service(headers)) !== 'exchange') throw codedError('SERVICE_ONLY', 'en');
  };
  server.get('/searched/terms', async (request): Promise<SearchedTerms> => {
    await requireExchange(request);
    return { terms: Object.fromEntries([...terms().fields].filter(([coordinate]) => coordinate.split('.')[0]! in searched)) };
  });
  server.post('/searched', async (request, reply): Promise<SearchedRows> => {
    await requireExchange(request);
    const { success, data } = asked.safeParse(request.body);
    const read = success && Object.hasOwn(searched, data.type) ? searched[data.type] : undefined;
    if (!success || !read) return reply.code(400).send();
    const { rows, gone } = await read(database, data);
    if (!('ids' in data)) return { rows, gone };
    const found = new Set(rows.map(({ id }) => id));
    return { rows, gone: [...new Set([...gone, ...data.ids.filter((id) => !found.has(id))])] };
  });
}
