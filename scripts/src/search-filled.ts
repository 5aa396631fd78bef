import { setTimeout as delay } from 'node:timers/promises';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';

/** Milliseconds in which the search of a hub's first start is filled, also on a busy machine. */
const patience = 1_200_000;

/**
 * Waits until everything that a hub found at its first start stands in its search: the exchange goes through it after it is ready, for a minute or more, and takes a
 * processor meanwhile.
 *
 * @param exchange address of the database of the exchange
 */
export async function searchFilled(exchange: string): Promise<void> {
  const client = await openConnection(exchange, 'the database of the exchange');
  try {
    for (const until = Date.now() + patience; ; await delay(250)) {
      const { rows } = await client.query<{ left: number }>(
        'SELECT ((SELECT count(*) FROM search_walk WHERE after IS NOT NULL) + (SELECT count(*) FROM search_due) + (SELECT 1 - least(count(*), 1) FROM search_walk))::int AS left',
      );
      if (rows[0]?.left === 0) return;
      if (Date.now() > until) throw new Error(`The search was not filled in ${patience / 60_000} minutes.`);
    }
  } finally {
    await client.end();
  }
}
