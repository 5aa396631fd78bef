import { fullMinute } from '../domain/full-minute.js';
import type { ExchangeDatabase } from './database.js';

/** When the feed last heard from each owner (type OwnerPosition of the SDL), down to the full minute. */
export async function ownersHeard(database: ExchangeDatabase): Promise<{ owner: string; at: Date }[]> {
  const rows = await database.$queryRaw<{ owner: string; at: Date }[]>`
    SELECT source AS owner, heard_at AS at FROM kernel.inbox_cursor WHERE source NOT LIKE '% audit' ORDER BY source`;
  return rows.map(({ owner, at }) => ({ owner, at: fullMinute(at) }));
}
