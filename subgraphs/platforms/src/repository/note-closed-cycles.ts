import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { PlatformsTransaction } from './database.js';

/**
 * Notes since when monitoring data at a desk are done with: they are acknowledged and, where they fail, handled; directions upon them have come to their end, and notices of them are confirmed, with the time to object over, or the
 * objection decided. Of those on which something is owed anew, the note goes.
 */
export async function noteClosedCycles({ tx, now }: UnitOfWork<PlatformsTransaction>): Promise<void> {
  await tx.$executeRaw`
    WITH waiting AS (
      SELECT subject_id AS id FROM kernel.duty WHERE subject_type = 'MonitoringData' AND closed_at IS NULL
      -- What was reported or objected waits for the regulator, by whom nothing is owed here.
      UNION SELECT unnest(monitoring_data_ids) FROM direction_fulfilment WHERE state IN ('RECEIVED', 'REPORTED')
      UNION SELECT monitoring_data_id FROM received_result_notice WHERE state IN ('RECEIVED', 'OBJECTED') OR state = 'SERVED' AND object_by > ${now}::timestamptz
    )
    UPDATE monitoring_data_acknowledgement SET cycle_closed_at = CASE WHEN cycle_closed_at IS NULL THEN ${now}::timestamptz END
    WHERE (cycle_closed_at IS NULL) = (id NOT IN (SELECT id FROM waiting))`;
}
