-- Since when nothing is under way or owed on monitoring data at a platform's desk: a while after they move into the archive (归档, 5.4.4), with what was done upon them.
ALTER TABLE "monitoring_data_acknowledgement" ADD COLUMN "cycle_closed_at" TIMESTAMPTZ(3);

-- Data that were done with before this version: since what was owed on them was done. The first sweep takes the note from those on which something waits.
-- The duties are read once: they have no index of those that were done.
UPDATE "monitoring_data_acknowledgement" a SET "cycle_closed_at" = owed.done_at
FROM (SELECT subject_id, max(closed_at) AS done_at FROM kernel.duty GROUP BY subject_id HAVING bool_and(closed_at IS NOT NULL)) owed
WHERE owed.subject_id = a."id";

SELECT kernel.keep_archive('self_inspection');
SELECT kernel.keep_archive('received_result_notice');
SELECT kernel.keep_archive('direction_fulfilment');
SELECT kernel.keep_archive('platform_handling');
SELECT kernel.keep_archive('monitoring_data_acknowledgement');
