import type { ImportRow } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterDatabase } from './database.js';

/** A row of the report of an import, and the how-manieth of its file it is. */
export type ReportedRow = Omit<ImportRow, 'importRunId'>;

const atOnce = 1000;

/** Rows of the report of an import behind a place, in order, at most a thousand: as one text, for a report has as many as its file. @param outcome of all where it is undefined */
export async function importRowsBehind(database: MonitoringCenterDatabase, importRunId: string, after: number, outcome?: string): Promise<ReportedRow[]> {
  const [page] = await database.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(r ORDER BY r.place)::text AS rows FROM (
      SELECT place, "row", key, outcome, number, repairs, field, rule, value, message FROM import_row
      WHERE import_run_id = ${importRunId} AND place > ${after} AND (${outcome ?? null}::text IS NULL OR outcome = ${outcome ?? null})
      ORDER BY place LIMIT ${atOnce}) AS r`;
  return JSON.parse(page?.rows ?? '[]') as ReportedRow[];
}
