import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { Prisma } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** What goes into the archive with its cycle, in the order in which it goes: a sample names its purchase. */
const archived = ['monitoring_data', 'inspection_commission', 'sample', 'purchase', 'sampling_order'].map((table) => Prisma.raw(table));
const batch = 500;

/**
 * Moves a batch of the rows of a cycle that is closed for longer than a time into the archive (归档, 5.4.4). There they are read and changed as before: it is a partition of the same tables.
 *
 * @param after milliseconds since it was closed
 * @returns whether there may be more
 */
export async function archiveClosedCycles({ tx, now }: UnitOfWork<MonitoringCenterTransaction>, after: number): Promise<boolean> {
  const closedBefore = new Date(now.getTime() - after);
  const atHand = Prisma.join(archived.map((table) => Prisma.sql`EXISTS (SELECT FROM ONLY ${table} WHERE plan_id = p.id)`), ' OR ');
  const [cycle] = await tx.$queryRaw<{ planId: string }[]>`
    SELECT p.id AS "planId" FROM received_monitoring_plan p
    WHERE p.cycle_closed_at < ${closedBefore} AND (${atHand})
    ORDER BY p.cycle_closed_at, p.id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!cycle) return false;
  for (const table of archived) {
    const moved = await tx.$executeRaw`
      WITH moved AS (
        DELETE FROM ONLY ${table} WHERE id IN (SELECT id FROM ONLY ${table} WHERE plan_id = ${cycle.planId} ORDER BY id LIMIT ${batch} FOR UPDATE) RETURNING *
      ) INSERT INTO archive.${table} SELECT * FROM moved`;
    if (moved > 0) return true;
  }
  return false;
}
