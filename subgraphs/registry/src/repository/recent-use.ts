import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { RecentUse } from '@hub/schema/check/judge-by-use.js';
import { firstDayOf, gapOf } from '../domain/usage-window.js';
import type { RegistryTransaction } from './database.js';
import { recordedDays } from './recorded-days.js';

/** One line of who used what. */
export interface AffectedUse {
  readonly coordinate: string;
  readonly operation: string;
  readonly operationHash: string;
  readonly client: string;
  readonly partyId: string;
  readonly requests: number;
}

type UseOfOperation = Omit<AffectedUse, 'coordinate'> & { readonly coordinates: readonly string[] };

/** How much of it a check keeps and tells. */
const affectedAtMost = 100;

/** How coordinates were used in the last days, and by whom, most requests first. */
export async function recentUse(tx: Pick<RegistryTransaction, '$queryRaw'>, coordinates: readonly string[], days: number): Promise<RecentUse & { readonly affected: readonly AffectedUse[] }> {
  const from = firstDayOf(days, dayInShanghai(new Date()));
  const gap = gapOf(await recordedDays(tx, from), from);
  if (coordinates.length === 0) return { days, used: new Set(), gap, affected: [] };
  // Each operation is summed once, however many of the coordinates it relies on.
  const rows = await tx.$queryRaw<UseOfOperation[]>`
    WITH asked AS (SELECT id, hash, name, coordinates FROM used_operation WHERE coordinates && ${[...coordinates]}::text[])
    SELECT o.hash AS "operationHash", o.name AS operation, u.client, u.party_id AS "partyId", sum(u.requests)::float8 AS requests,
      ARRAY(SELECT c FROM unnest(o.coordinates) c WHERE c = ANY(${[...coordinates]}::text[])) AS coordinates
    FROM asked o JOIN operation_use u ON u.operation_id = o.id AND u.day >= ${from}::date
    GROUP BY o.id, o.hash, o.name, o.coordinates, u.client, u.party_id ORDER BY requests DESC`;
  const affected = rows.flatMap(({ coordinates: of, ...use }) => of.map((coordinate) => ({ coordinate, ...use })));
  return { days, used: new Set(affected.map(({ coordinate }) => coordinate)), gap, affected: affected.slice(0, affectedAtMost) };
}
