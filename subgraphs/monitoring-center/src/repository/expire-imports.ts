import type { MonitoringCenterDatabase } from './database.js';

const atOnce = { rows: 10_000, imports: 1000 };

/** Removes imports that ended before a time, with the rows of their reports: these first and some at a time, so that no statement holds many. @returns whether there may be more */
export async function expireImports(database: MonitoringCenterDatabase, before: Date): Promise<boolean> {
  const rows = await database.$executeRaw`
    DELETE FROM import_row WHERE (import_run_id, place) IN (
      SELECT r.import_run_id, r.place FROM import_run i JOIN import_row r ON r.import_run_id = i.id WHERE i.ended_at < ${before} LIMIT ${atOnce.rows})`;
  if (rows > 0) return true;
  // Of one that was cancelled batches may still be noted.
  const imports = await database.$executeRaw`
    DELETE FROM import_run WHERE id IN (
      SELECT id FROM import_run i WHERE ended_at < ${before} AND (leased_until IS NULL OR leased_until <= now())
        AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.import_run_id = i.id) LIMIT ${atOnce.imports})`;
  return imports > 0;
}
