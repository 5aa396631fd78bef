-- Since when a commission has come to its end, and nothing is owed on it any more: a while after it moves into the archive (归档, 5.4.4), with what was done by it.
ALTER TABLE "commission_acceptance" ADD COLUMN "cycle_closed_at" TIMESTAMPTZ(3);

-- Commissions that were over before this version: since what was owed by them was done, and the last report issued. The first sweep takes the note from whichever is not.
-- Duties and reports are read once: there is no index of the duties that were done.
UPDATE "commission_acceptance" c SET "cycle_closed_at" = greatest(owed.done_at, reported.issued_at)
FROM "commission_acceptance" ended
LEFT JOIN (SELECT subject_id, max(closed_at) AS done_at, bool_or(closed_at IS NULL) AS is_open FROM kernel.duty GROUP BY subject_id) owed ON owed.subject_id = ended."id"
LEFT JOIN (SELECT "commission_id", max("issued_at") AS issued_at FROM "inspection_report" GROUP BY "commission_id") reported ON reported."commission_id" = ended."id"
WHERE ended."id" = c."id" AND c."state" IN ('DECLINED', 'WITHDRAWN', 'REPORTED') AND owed.is_open IS NOT TRUE;

SELECT kernel.keep_archive('storage_reading');
SELECT kernel.keep_archive('custody_entry');
SELECT kernel.keep_archive('inspection_report');
SELECT kernel.keep_archive('inspection_failure');
SELECT kernel.keep_archive('sample_receipt');
SELECT kernel.keep_archive('commission_acceptance');
