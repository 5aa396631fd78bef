-- Since when a plan has ended, and nothing is under way or owed on what came of it: a while after, that moves into the archive (归档, 5.4.4).
ALTER TABLE "monitoring_plan" ADD COLUMN "cycle_closed_at" TIMESTAMPTZ(3);

-- Plans that were over before this version: since they ended, and their last duty was done. The first sweep takes the note from whichever is not.
UPDATE "monitoring_plan" p SET "cycle_closed_at" = greatest((p."ended" ->> 'at')::timestamptz, (SELECT max(d.closed_at) FROM kernel.duty d WHERE d.part_of = p."id"))
WHERE p."state" IN ('COMPLETED', 'CANCELLED') AND NOT EXISTS (SELECT FROM kernel.duty d WHERE d.part_of = p."id" AND d.closed_at IS NULL);

SELECT kernel.keep_archive('received_monitoring_data');
SELECT kernel.keep_archive('hazard_handling');
SELECT kernel.keep_archive('hazard_direction');
SELECT kernel.keep_archive('case_referral');
SELECT kernel.keep_archive('retest');
SELECT kernel.keep_archive('objection');
SELECT kernel.keep_archive('result_notice');
