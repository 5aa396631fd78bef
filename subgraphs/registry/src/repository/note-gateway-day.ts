import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { RegistryDatabase } from './database.js';

/** Notes that a gateway's process runs today, and with a report of usage that it has told what was used. @param instance its id, made at its start */
export async function noteGatewayDay(database: Pick<RegistryDatabase, '$executeRaw'>, instance: string, { reported }: { readonly reported: boolean }): Promise<void> {
  await database.$executeRaw`
    INSERT INTO usage_gateway_day (instance, day, since, heard_at, reported_at)
    VALUES (${instance}::uuid, ${dayInShanghai(new Date())}::date, now(), now(), CASE WHEN ${reported} THEN now() END)
    ON CONFLICT (instance, day) DO UPDATE SET heard_at = excluded.heard_at, reported_at = coalesce(excluded.reported_at, usage_gateway_day.reported_at)`;
}
