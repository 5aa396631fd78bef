import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { firstDayOf } from '../domain/usage-window.js';
import type { FieldUsage, FieldUsageDimension } from '../generated/graphql.js';
import type { RegistryDatabase } from './database.js';

/** Which usage is asked for, and how it is told apart. */
export interface UsageAsked {
  readonly by: readonly FieldUsageDimension[];
  /** Undefined where all are meant. */
  readonly coordinates: readonly string[] | undefined;
  readonly operationHash: string | null | undefined;
  readonly partyId: string | null | undefined;
  readonly days: number;
  readonly first: number;
}

/** Counts requests of the last days in one statement; operations are summed before they are spread over their coordinates. */
export function fieldUsage(database: RegistryDatabase, { by, coordinates, operationHash, partyId, days, first }: UsageAsked): Promise<FieldUsage[]> {
  const told = (dimension: FieldUsageDimension) => by.includes(dimension);
  return database.$queryRaw<FieldUsage[]>`
    WITH used AS (
      SELECT u.operation_id, CASE WHEN ${told('CLIENT')} THEN u.client END AS client, CASE WHEN ${told('PARTY')} THEN u.party_id END AS party_id,
        CASE WHEN ${told('DAY')} THEN u.day END AS day, sum(u.requests) AS requests
      FROM operation_use u JOIN used_operation o ON o.id = u.operation_id
      WHERE u.day >= ${firstDayOf(days, dayInShanghai(new Date()))}::date
        AND (${operationHash ?? null}::text IS NULL OR o.hash = ${operationHash ?? null})
        AND (${partyId ?? null}::text IS NULL OR u.party_id = ${partyId ?? null})
        AND (${coordinates === undefined} OR o.coordinates && ${[...(coordinates ?? [])]}::text[])
      GROUP BY 1, 2, 3, 4
    )
    SELECT c.coordinate, CASE WHEN ${told('OPERATION')} THEN o.name END AS operation, CASE WHEN ${told('OPERATION')} THEN o.hash END AS "operationHash",
      used.client, used.party_id AS "partyId", to_char(used.day, 'YYYY-MM-DD') AS day, sum(used.requests)::float8 AS requests
    FROM used JOIN used_operation o ON o.id = used.operation_id
    CROSS JOIN LATERAL unnest(CASE WHEN ${told('COORDINATE')} THEN o.coordinates ELSE ARRAY[NULL::text] END) AS c(coordinate)
    WHERE c.coordinate IS NULL OR (c.coordinate LIKE '%.%' AND (${coordinates === undefined} OR c.coordinate = ANY(${[...(coordinates ?? [])]}::text[])))
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY requests DESC, 1, 3, 5, 4, 6 LIMIT ${first}`;
}
