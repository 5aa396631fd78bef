import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { LabsTransaction } from './database.js';

/**
 * Notes since when a commission is closed: it was reported on, declined or withdrawn, by which nothing is owed on itself and its samples, and its lab owes nothing on its reports and their next versions, and no answer to a correction of it.
 * Of one on which something is owed anew, the note goes.
 */
export async function noteClosedCycles({ tx, now }: UnitOfWork<LabsTransaction>): Promise<void> {
  await tx.$executeRaw`
    WITH owed AS (
      SELECT subject_id FROM kernel.duty WHERE closed_at IS NULL
    ), waiting AS (
      SELECT commission_id AS id FROM inspection_report WHERE id IN (SELECT subject_id FROM owed)
      UNION SELECT unnest(commission_ids) FROM commission_correction WHERE id IN (SELECT subject_id FROM owed)
    )
    UPDATE commission_acceptance SET cycle_closed_at = CASE WHEN cycle_closed_at IS NULL THEN ${now}::timestamptz END
    WHERE state IN ('DECLINED', 'WITHDRAWN', 'REPORTED') AND (cycle_closed_at IS NULL) = (id NOT IN (SELECT id FROM waiting))`;
}
