import { setTimeout as delay } from 'node:timers/promises';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';

/** Milliseconds in which what a hub's first start found is gone through, also on a busy machine. */
const patience = 1_200_000;

/**
 * Waits until everything that a hub found at its first start stands in its search: the exchange goes through it after it is ready, for a minute or more, and takes a
 * processor meanwhile.
 *
 * @param exchange address of the database of the exchange
 */
export function searchFilled(exchange: string): Promise<void> {
  return noneLeft(exchange, 'The search was not filled', 'SELECT ((SELECT count(*) FROM search_walk WHERE after IS NOT NULL) + (SELECT count(*) FROM search_due) + (SELECT 1 - least(count(*), 1) FROM search_walk))::int AS left');
}

/**
 * Waits until the records that a hub found at its first start were compared with each other, which the centre does after it is ready.
 *
 * @param center address of the database of the centre
 */
export function recordsCompared(center: string): Promise<void> {
  return noneLeft(center, 'The records were not compared', 'SELECT count(*)::int AS left FROM comparison_due');
}

async function noneLeft(address: string, complaint: string, query: string): Promise<void> {
  const client = await openConnection(address, 'the database');
  try {
    for (const until = Date.now() + patience; ; await delay(250)) {
      const { rows } = await client.query<{ left: number }>(query);
      if (rows[0]?.left === 0) return;
      if (Date.now() > until) throw new Error(`${complaint} in ${patience / 60_000} minutes.`);
    }
  } finally {
    await client.end();
  }
}
