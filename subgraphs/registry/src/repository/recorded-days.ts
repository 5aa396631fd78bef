import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { RecordedDays } from '../domain/usage-window.js';
import type { RegistryTransaction } from './database.js';

/** For how long a gateway's process may run on without a report, in which it tells each minute also that nothing was asked. */
const silentAfter = '5 minutes';

/** Of which days gateways have reported; those since then without a report, those on which a gateway ran on and told nothing, and what could not be recorded, are counted from a day on. */
export async function recordedDays(tx: Pick<RegistryTransaction, '$queryRaw'>, from: string): Promise<RecordedDays> {
  const today = dayInShanghai(new Date());
  const [row] = await tx.$queryRaw<{ since: string | null; silent: number; unrecorded: number }[]>`
    SELECT to_char(min(day), 'YYYY-MM-DD') AS since, (${today}::date - greatest(${from}::date, min(day)) + 1 - count(*) FILTER (WHERE day BETWEEN ${from}::date AND ${today}::date))::int AS silent,
      coalesce(sum(unrecorded) FILTER (WHERE day >= ${from}::date), 0)::float8 AS unrecorded FROM usage_day`;
  const [gateways] = await tx.$queryRaw<{ days: number }[]>`
    SELECT count(DISTINCT day)::int AS days FROM usage_gateway_day WHERE day >= ${from}::date AND heard_at - coalesce(reported_at, since) > ${silentAfter}::interval`;
  return { since: row?.since ?? undefined, silent: row?.silent ?? 0, silentGateways: gateways?.days ?? 0, unrecorded: row?.unrecorded ?? 0 };
}
