import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { RegistryDatabase } from './database.js';
import { noteGatewayDay } from './note-gateway-day.js';
import type { UsageReport } from './usage-report.js';

/** What became of a report: taken, now or before, or taken not at all for want of the shapes of these operations. */
export interface ReportTaken {
  readonly unknownOperations: readonly string[];
}

/** Takes a gateway's report in, whole or not at all, and once however often it comes. @param gateway the process that reports; routers of another kind do not say */
export async function takeInUsage(database: RegistryDatabase, { id, operations, uses, unrecorded }: UsageReport, gateway?: string): Promise<ReportTaken> {
  return database.$transaction(async (tx) => {
    const known = await tx.usageReport.findUnique({ where: { id } });
    if (known) return { unknownOperations: [] };
    // In one order, so that two gateways that report the same do not wait for each other.
    await tx.$executeRaw`
      INSERT INTO used_operation (hash, name, kind, signature, coordinates)
      SELECT hash, name, kind, signature, coordinates FROM jsonb_to_recordset(${JSON.stringify(operations)}::jsonb)
        AS told(hash text, name text, kind text, signature text, coordinates text[]) ORDER BY hash
      ON CONFLICT (hash) DO UPDATE SET coordinates = excluded.coordinates`;
    const named = [...new Set(uses.map(({ operation }) => operation))];
    // None is forgotten from here on: a use without its operation would be lost.
    const unknown = await tx.$queryRaw<{ hash: string }[]>`
      WITH known AS MATERIALIZED (SELECT hash FROM used_operation WHERE hash = ANY(${named}::text[]) ORDER BY hash FOR KEY SHARE)
      SELECT hash FROM unnest(${named}::text[]) AS asked(hash) EXCEPT SELECT hash FROM known`;
    if (unknown.length > 0) return { unknownOperations: unknown.map(({ hash }) => hash) };
    await tx.$executeRaw`INSERT INTO usage_report (id, taken_at) VALUES (${id}::uuid, now())`;
    await tx.$executeRaw`
      INSERT INTO operation_use (day, operation_id, party_id, client, requests)
      SELECT told.day, o.id, told."partyId", told.client, told.requests
      FROM jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) AS told(day date, operation text, "partyId" text, client text, requests bigint)
      JOIN used_operation o ON o.hash = told.operation ORDER BY 1, 2, 3, 4
      ON CONFLICT (day, operation_id, party_id, client) DO UPDATE SET requests = operation_use.requests + excluded.requests`;
    // What was counted while the registry did not answer is of the day on which it was asked.
    await tx.$executeRaw`
      INSERT INTO usage_day (day) SELECT DISTINCT day FROM unnest(${uses.map(({ day }) => day)}::text[]::date[]) AS told(day) ORDER BY 1 ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      INSERT INTO usage_day (day, unrecorded) VALUES (${dayInShanghai(new Date())}::date, ${unrecorded})
      ON CONFLICT (day) DO UPDATE SET unrecorded = usage_day.unrecorded + excluded.unrecorded`;
    if (gateway !== undefined) await noteGatewayDay(tx, gateway, { reported: true });
    return { unknownOperations: [] };
  });
}
