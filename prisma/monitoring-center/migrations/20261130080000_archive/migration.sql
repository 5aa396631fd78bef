-- Since when nothing of a plan is under way or owed any more: a while after, its cycle moves to the archive (归档, 5.4.4).
ALTER TABLE "received_monitoring_plan" ADD COLUMN "cycle_closed_at" TIMESTAMPTZ(3);

-- Cycles that were over before this version: since their last duty was done. The first sweep takes the note from whichever is not.
UPDATE "received_monitoring_plan" p SET "cycle_closed_at" = (SELECT max(d.closed_at) FROM kernel.duty d WHERE d.part_of = p.id)
WHERE p."state" <> 'ISSUED' AND NOT EXISTS (SELECT FROM kernel.duty d WHERE d.part_of = p.id AND d.closed_at IS NULL);

-- Whether something of a plan is still to be settled is asked of each plan that has ended.
CREATE INDEX "correction_proposal_unsettled_idx" ON "correction_proposal"("plan_id") WHERE NOT "settled";

-- The archive: for each table in it a partition, which inherits from the table at hand. So whatever reads or changes the table reaches both.
CREATE SCHEMA "archive";

-- Gives a table its partition in the archive, and the partition each index that the table has and it lacks. Columns, defaults and checks come to it from the table, also later ones; indexes do not:
-- a migration that makes one on the table calls this again, and one that drops one drops both.
CREATE FUNCTION "archive"."keep"("kept" TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  "definition" TEXT;
BEGIN
  EXECUTE format('CREATE TABLE IF NOT EXISTS archive.%1$I () INHERITS (public.%1$I)', "kept");
  FOR "definition" IN
    SELECT at_hand.indexdef FROM pg_indexes at_hand
    WHERE at_hand.schemaname = 'public' AND at_hand.tablename = "kept"
      AND NOT EXISTS (SELECT FROM pg_indexes kept_too WHERE kept_too.schemaname = 'archive' AND kept_too.indexname = at_hand.indexname)
  LOOP
    EXECUTE replace("definition", format(' ON public.%I ', "kept"), format(' ON archive.%I ', "kept"));
  END LOOP;
END $$;

SELECT "archive"."keep"('sampling_order');
SELECT "archive"."keep"('purchase');
SELECT "archive"."keep"('sample');
SELECT "archive"."keep"('inspection_commission');
SELECT "archive"."keep"('monitoring_data');

-- An index sees one of the two tables. Ids and numbers do not come again; a blind number is drawn by lot, and stands on no two samples ever.
CREATE FUNCTION "refuse_archived_blind_number"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM archive.sample WHERE blind_number = NEW.blind_number) THEN
    RAISE unique_violation USING MESSAGE = 'a sample in the archive bears this blind number';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sample_blind_number_is_new" BEFORE INSERT OR UPDATE OF "blind_number" ON "sample"
  FOR EACH ROW EXECUTE FUNCTION "refuse_archived_blind_number"();
