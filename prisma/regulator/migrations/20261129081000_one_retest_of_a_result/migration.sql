-- One retest of a result: its conclusion is final. A hub in which two were ordered at once before goes on without the index: both are being carried out.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "retest" WHERE "state" <> 'IMPOSSIBLE' GROUP BY "document" HAVING count(*) > 1) THEN
    CREATE UNIQUE INDEX "retest_of_result_key" ON "retest"("document") WHERE "state" <> 'IMPOSSIBLE';
  END IF;
END $$;
