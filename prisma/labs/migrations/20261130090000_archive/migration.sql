-- Since when a commission has come to its end, and nothing is owed on it any more: a while after it moves into the archive (归档, 5.4.4), with what was done by it.
ALTER TABLE "commission_acceptance" ADD COLUMN "cycle_closed_at" TIMESTAMPTZ(3);

-- Commissions that were over before this version: since what was owed by them was done, and the last report issued. The first sweep takes the note from whichever is not.
UPDATE "commission_acceptance" c SET "cycle_closed_at" = greatest(
  (SELECT max(d.closed_at) FROM kernel.duty d WHERE d.subject_id = c."id"),
  (SELECT max(r."issued_at") FROM "inspection_report" r WHERE r."commission_id" = c."id"))
WHERE c."state" IN ('DECLINED', 'WITHDRAWN', 'REPORTED') AND NOT EXISTS (SELECT FROM kernel.duty d WHERE d.subject_id = c."id" AND d.closed_at IS NULL);

SELECT kernel.keep_archive('storage_reading');
SELECT kernel.keep_archive('custody_entry');
SELECT kernel.keep_archive('inspection_report');
SELECT kernel.keep_archive('inspection_failure');
SELECT kernel.keep_archive('sample_receipt');
SELECT kernel.keep_archive('commission_acceptance');
