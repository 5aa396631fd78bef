-- Since when a plan has ended, and nothing is under way or owed on what came of it: a while after, that moves into the archive (归档, 5.4.4).
ALTER TABLE "monitoring_plan" ADD COLUMN "cycle_closed_at" TIMESTAMPTZ(3);

-- Plans that were over before this version: since they ended, and their last duty was done. The first sweep takes the note from whichever is not.
-- The duties are read once: they have no index of those that were done.
UPDATE "monitoring_plan" p SET "cycle_closed_at" = greatest((p."ended" ->> 'at')::timestamptz, owed.done_at)
FROM "monitoring_plan" ended LEFT JOIN (SELECT part_of, max(closed_at) AS done_at, bool_or(closed_at IS NULL) AS is_open FROM kernel.duty GROUP BY part_of) owed ON owed.part_of = ended."id"
WHERE ended."id" = p."id" AND p."state" IN ('COMPLETED', 'CANCELLED') AND owed.is_open IS NOT TRUE;

SELECT kernel.keep_archive('received_monitoring_data');
SELECT kernel.keep_archive('hazard_handling');
SELECT kernel.keep_archive('hazard_direction');
SELECT kernel.keep_archive('case_referral');
SELECT kernel.keep_archive('retest');
SELECT kernel.keep_archive('objection');
SELECT kernel.keep_archive('result_notice');
