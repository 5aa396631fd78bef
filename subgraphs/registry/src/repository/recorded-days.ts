import type { RecordedDays } from '../domain/usage-window.js';
import type { RegistryTransaction } from './database.js';

/** Of which days gateways have reported; what they could not record is counted from a day on. */
export async function recordedDays(tx: Pick<RegistryTransaction, '$queryRaw'>, from: string): Promise<RecordedDays> {
  const [row] = await tx.$queryRaw<{ since: string | null; unrecorded: number }[]>`
    SELECT to_char(min(day), 'YYYY-MM-DD') AS since, coalesce(sum(unrecorded) FILTER (WHERE day >= ${from}::date), 0)::float8 AS unrecorded FROM usage_day`;
  return { since: row?.since ?? undefined, unrecorded: row?.unrecorded ?? 0 };
}
