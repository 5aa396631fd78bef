-- When its purchase was recorded; registration (登记) is a step of its own from now on.
ALTER TABLE "sample" RENAME COLUMN "registered_at" TO "recorded_at";
ALTER INDEX "sample_registered_at_id_idx" RENAME TO "sample_recorded_at_id_idx";

-- AlterTable
ALTER TABLE "sample" ADD COLUMN     "conclusion" TEXT,
ADD COLUMN     "confirmation" JSONB,
ADD COLUMN     "dispatch" JSONB,
ADD COLUMN     "failure" JSONB,
ADD COLUMN     "goods_return" JSONB,
ADD COLUMN     "receipt" JSONB,
ADD COLUMN     "receipt_at_lab" JSONB,
ADD COLUMN     "registered" JSONB,
ADD COLUMN     "shipment" JSONB,
ADD COLUMN     "verification" JSONB,
ADD COLUMN     "warehousing" JSONB,
ADD COLUMN     "waybill" TEXT;

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "sample_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "remark" TEXT,
    "preserved" JSONB NOT NULL,
    "sequence" INTEGER NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "chain_hash" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_chain_end" (
    "holder" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "head" TEXT NOT NULL,

    CONSTRAINT "evidence_chain_end_pkey" PRIMARY KEY ("holder")
);

-- CreateIndex
CREATE INDEX "evidence_sample_id_idx" ON "evidence"("sample_id");

-- CreateIndex
CREATE INDEX "evidence_concerned_idx" ON "evidence" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_holder_sequence_key" ON "evidence"("holder", "sequence");

-- CreateIndex
CREATE INDEX "sample_waybill_idx" ON "sample"("waybill");

UPDATE "sample" SET "conclusion" = "report"."conclusion"
FROM "received_inspection_report" AS "report" WHERE "report"."id" = "sample"."report_id";

-- Evidence is preserved: what is in the chain is never changed and never removed (5.2.4 a).
CREATE FUNCTION "refuse_change_of_evidence"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Evidence is never changed and never removed.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "evidence_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "evidence"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_evidence"();
