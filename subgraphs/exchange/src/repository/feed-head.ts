import type { ExchangeTransaction } from './database.js';

/** The last place of the feed, and the epoch that it counts in. */
export async function feedHead(tx: ExchangeTransaction): Promise<{ epoch: string; position: bigint }> {
  const [head] = await tx.$queryRaw<{ epoch: string; position: bigint }[]>`
    SELECT l.epoch::text, h.position FROM exchange_feed_head h, kernel.log_head l`;
  if (!head) throw new Error('The feed has no head row; the migrations of the exchange are incomplete.');
  return head;
}
