import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { RegulatorTransaction } from './database.js';

/**
 * Notes since when the cycle of a plan is closed: it was completed or cancelled, nobody owes anything on it, no case is open on its monitoring data, no retest is under way, and the time to object to what was served is over. Of one on
 * which something is owed anew, the note goes.
 */
export async function noteClosedCycles({ tx, now }: UnitOfWork<RegulatorTransaction>): Promise<void> {
  await tx.$executeRaw`
    WITH waiting AS (
      SELECT part_of AS id FROM kernel.duty WHERE closed_at IS NULL AND part_of IS NOT NULL
      -- Of a case on data of several plans nothing is owed as part of one.
      UNION SELECT plan_id FROM received_monitoring_data WHERE state = 'IN_HANDLING'
      UNION SELECT plan_id FROM retest WHERE state = 'ORDERED'
      UNION SELECT plan_id FROM result_notice WHERE state = 'SERVED' AND object_by > ${now}::timestamptz
    )
    UPDATE monitoring_plan SET cycle_closed_at = CASE WHEN cycle_closed_at IS NULL THEN ${now}::timestamptz END
    WHERE state IN ('COMPLETED', 'CANCELLED') AND (cycle_closed_at IS NULL) = (id NOT IN (SELECT id FROM waiting))`;
}
