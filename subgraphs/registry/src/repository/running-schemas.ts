import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { RunningSchema } from '../generated/graphql.js';
import type { RegistryDatabase } from './database.js';

/** Milliseconds after which a process that was not heard of, such as one that was killed, counts as gone: longer than it waits for news, pauses after a fault and asks again. */
const heardWithin = 45_000;

/** What each process that was heard of lately has of the schemas, with the version that has its hash. */
export async function runningSchemas(database: Pick<RegistryDatabase, '$queryRaw'>, now: Date): Promise<RunningSchema[]> {
  return database.$queryRaw<RunningSchema[]>`
    SELECT r.service, r.instance, r.subgraph, r.content_hash AS "contentHash", v.version, r.built_hash AS "builtHash", b.version AS "builtVersion", r.differing, r.heard_at AS "heardAt", u.reported_at AS "usageReportedAt",
      coalesce(r.content_hash = (SELECT content_hash FROM schema_version WHERE subgraph = r.subgraph ORDER BY version DESC LIMIT 1), false) AS current
    FROM running_schema r
    LEFT JOIN LATERAL (SELECT max(version) AS version FROM schema_version WHERE subgraph = r.subgraph AND content_hash = r.content_hash) v ON true
    LEFT JOIN LATERAL (SELECT max(version) AS version FROM schema_version WHERE subgraph = r.subgraph AND content_hash = r.built_hash) b ON true
    LEFT JOIN usage_gateway_day u ON r.service = 'gateway' AND u.instance::text = r.instance AND u.day = ${dayInShanghai(now)}::date
    WHERE r.heard_at > ${new Date(now.getTime() - heardWithin)}
    ORDER BY r.service, r.instance`;
}
