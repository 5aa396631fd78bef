import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../identity/authenticate.js';
import { codedError } from '../refusals/coded-error.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { countHoldings } from './count-holdings.js';
import type { Holding } from './holding.js';

/** Tells the exchange, and nobody else, how many rows of each of its entities the owner has of whom; the catalogue says who learns it (5.4.4). */
export function holdingsRoute(server: FastifyInstance, options: { database: Transaction; types: readonly string[]; authenticate: Authenticate }): void {
  const { database, types, authenticate } = options;
  server.get('/holdings', async (request): Promise<{ readonly holdings: readonly Holding[] }> => {
    if ((await authenticate.service(request.headers)) !== 'exchange') throw codedError('SERVICE_ONLY', 'en');
    return { holdings: await countHoldings(database, types) };
  });
}
