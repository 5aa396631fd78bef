import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { firstDayOf } from '../domain/usage-window.js';
import type { OwnFieldUsage, SchemaUsage, SchemaUsageShown } from '../generated/graphql.js';
import type { RegistryDatabase } from './database.js';
import { fieldsInForce } from './fields-in-force.js';
import { recordedDays } from './recorded-days.js';

export interface SchemaUsageAsked {
  readonly subgraph: string;
  readonly days: number;
  readonly show: SchemaUsageShown;
}

/** How each field and act of a subgraph was used in the last days; undefined where there is no such subgraph. */
export async function schemaUsage(database: RegistryDatabase, { subgraph, days, show }: SchemaUsageAsked): Promise<SchemaUsage | undefined> {
  const own = await fieldsInForce(database, subgraph);
  if (!own) return undefined;
  const since = firstDayOf(days, dayInShanghai(new Date()));
  const [recorded, uses] = await Promise.all([recordedDays(database, since), usesSince(database, own.map(({ coordinate }) => coordinate), since)]);
  const used = new Map(uses.map((use) => [use.coordinate, use]));
  const fields = own
    .map(({ coordinate, deprecationReason }) => ({ requests: 0, operations: 0, parties: 0, ...used.get(coordinate), coordinate, deprecationReason }))
    .filter(({ requests, deprecationReason }) => show === 'ALL' || (show === 'UNUSED' ? requests === 0 : requests > 0 && deprecationReason !== null))
    .toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
  return { subgraph, since, recordedSince: recorded.since ?? null, unrecorded: recorded.unrecorded, unreportedDays: recorded.silent, silentGatewayDays: recorded.silentGateways, fields };
}

function usesSince(database: RegistryDatabase, coordinates: readonly string[], since: string): Promise<Omit<OwnFieldUsage, 'deprecationReason'>[]> {
  return database.$queryRaw`
    WITH used AS (SELECT operation_id, party_id, sum(requests) AS requests FROM operation_use WHERE day >= ${since}::date GROUP BY 1, 2)
    SELECT c.coordinate, sum(used.requests)::float8 AS requests, count(DISTINCT used.operation_id)::int AS operations, count(DISTINCT used.party_id)::int AS parties
    FROM used JOIN used_operation o ON o.id = used.operation_id CROSS JOIN LATERAL unnest(o.coordinates) AS c(coordinate)
    WHERE c.coordinate = ANY(${[...coordinates]}::text[]) GROUP BY 1`;
}
