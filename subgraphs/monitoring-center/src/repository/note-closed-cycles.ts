import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * Notes since when a cycle is closed: its plan has ended, nobody owes anything on it, no correction waits for an answer, and each sample has come to its end, with no part retained of which a retest could still be asked. Of one of
 * which something is owed anew, the note goes.
 */
export async function noteClosedCycles({ tx, now }: UnitOfWork<MonitoringCenterTransaction>): Promise<void> {
  await tx.$executeRaw`
    UPDATE received_monitoring_plan p SET cycle_closed_at = CASE WHEN p.cycle_closed_at IS NULL THEN ${now}::timestamptz END
    WHERE p.state <> 'ISSUED' AND (p.cycle_closed_at IS NULL) = (
      NOT EXISTS (SELECT FROM kernel.duty d WHERE d.part_of = p.id AND d.closed_at IS NULL)
      AND NOT EXISTS (SELECT FROM correction_proposal c WHERE c.plan_id = p.id AND NOT c.settled)
      AND NOT EXISTS (
        SELECT FROM ONLY sample s WHERE s.plan_id = p.id
          AND s.state NOT IN ('RETURNED', 'INSPECTION_FAILED', 'DISPOSED')
          AND NOT (s.state = 'FED_BACK' AND (coalesce((s.warehousing ->> 'quantityRetained')::int, 0) = 0 OR EXISTS (SELECT FROM sample r WHERE r.retest_of_id = s.id)))
      )
    )`;
}
