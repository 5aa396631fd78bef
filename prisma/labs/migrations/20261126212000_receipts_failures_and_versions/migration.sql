-- DropIndex
DROP INDEX "inspection_report_holder_issued_at_id_idx";

-- DropIndex
DROP INDEX "inspection_report_issued_at_id_idx";

-- AlterTable
ALTER TABLE "commission_acceptance" ADD COLUMN     "subcontracting_allowed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "inspection_report" ADD COLUMN     "late_reason" TEXT,
ADD COLUMN     "prepared_at" TIMESTAMPTZ(3),
ADD COLUMN     "receipt_id" TEXT,
ADD COLUMN     "return_reason" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "superseded_by_id" TEXT,
ADD COLUMN     "supersedes_id" TEXT,
ADD COLUMN     "supersession_reason" TEXT,
ALTER COLUMN "issued_at" DROP NOT NULL,
ALTER COLUMN "signature" DROP NOT NULL,
ALTER COLUMN "reviewed_by" DROP NOT NULL,
ALTER COLUMN "approved_by" DROP NOT NULL;

-- CreateTable
CREATE TABLE "sample_receipt" (
    "id" TEXT NOT NULL,
    "commission_id" TEXT NOT NULL,
    "sample_id" TEXT NOT NULL,
    "blind_number" TEXT NOT NULL,
    "product_kind" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "expected_since" TIMESTAMPTZ(3) NOT NULL,
    "dispatch" JSONB,
    "received_at" TIMESTAMPTZ(3),
    "received" JSONB,
    "appearance" TEXT,
    "condition" TEXT,
    "seal_number" TEXT,
    "seal_intact" BOOLEAN,
    "may_affect_result" TEXT,
    "photos" JSONB NOT NULL DEFAULT '[]',
    "storage" JSONB,
    "storage_out_of_range" BOOLEAN NOT NULL DEFAULT false,
    "custodian" TEXT,
    "results" JSONB NOT NULL DEFAULT '[]',
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sample_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "storage_reading" (
    "id" TEXT NOT NULL,
    "receipt_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "temperature" TEXT,
    "humidity" TEXT,
    "out_of_range" BOOLEAN NOT NULL,

    CONSTRAINT "storage_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custody_entry" (
    "id" TEXT NOT NULL,
    "receipt_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_user_id" TEXT,
    "to_user_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,

    CONSTRAINT "custody_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_failure" (
    "id" TEXT NOT NULL,
    "receipt_id" TEXT NOT NULL,
    "commission_id" TEXT NOT NULL,
    "sample_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,
    "reported" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "inspection_failure_pkey" PRIMARY KEY ("id")
);

-- Commissions accepted before receipts were kept have theirs now: reported where there is a report, expected otherwise.
INSERT INTO "sample_receipt"
    ("id", "commission_id", "sample_id", "blind_number", "product_kind", "quantity", "expected_since", "holder", "concerned", "state", "reached")
SELECT gen_random_uuid()::text, c."id", s->>'id', s->>'blindNumber', s->>'productKind', (s->>'quantity')::int,
       coalesce((c."answered"->>'at')::timestamptz, c."received_at"), c."holder", c."concerned",
       CASE WHEN r."id" IS NULL THEN 'EXPECTED' ELSE 'REPORTED' END,
       CASE WHEN r."id" IS NULL THEN ARRAY['EXPECTED'] ELSE ARRAY['EXPECTED', 'RECEIVED', 'REPORTED'] END
FROM "commission_acceptance" c
CROSS JOIN LATERAL jsonb_array_elements(c."samples") s
LEFT JOIN "inspection_report" r ON r."commission_id" = c."id" AND r."sample_id" = s->>'id'
WHERE c."state" IN ('ACCEPTED', 'REPORTED');

-- A report kept one value for each item; now that is an item of one sub-item and one specimen. What was signed stays as it was signed.
UPDATE "inspection_report" r SET
    "prepared_at" = r."issued_at",
    "receipt_id" = (SELECT s."id" FROM "sample_receipt" s WHERE s."commission_id" = r."commission_id" AND s."sample_id" = r."sample_id"),
    "results" = coalesce((
      SELECT jsonb_agg(
        t - ARRAY['limitKind', 'limit', 'measured', 'unit'] || jsonb_build_object(
          'subcontractedTo', NULL,
          'failure', NULL,
          'subItems', jsonb_build_array(jsonb_build_object(
            'name', NULL,
            'basis', jsonb_build_object('kind', 'STANDARD', 'reference', concat_ws(' ', (t->>'standardNumber') || '-' || (t->>'standardVersion'), t->>'clause')),
            'limitKind', t->'limitKind',
            'limit', t->'limit',
            'unit', t->'unit',
            'rounding', 'FULL_VALUE',
            'decisionRule', 'SIMPLE_ACCEPTANCE',
            'verdict', t->'verdict',
            'judgement', NULL,
            'specimens', jsonb_build_array(jsonb_build_object(
              'specimen', NULL, 'measured', t->'measured', 'uncertainty', NULL, 'verdict', t->'verdict')))))
        ORDER BY n)
      FROM jsonb_array_elements(r."results") WITH ORDINALITY AS e(t, n)), '[]');

ALTER TABLE "inspection_report" ALTER COLUMN "prepared_at" SET NOT NULL, ALTER COLUMN "receipt_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "sample_receipt_sample_id_idx" ON "sample_receipt"("sample_id");

-- CreateIndex
CREATE INDEX "sample_receipt_holder_expected_since_id_idx" ON "sample_receipt"("holder", "expected_since", "id");

-- CreateIndex
CREATE INDEX "sample_receipt_expected_since_id_idx" ON "sample_receipt"("expected_since", "id");

-- CreateIndex
CREATE INDEX "sample_receipt_concerned_idx" ON "sample_receipt" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "sample_receipt_commission_id_sample_id_key" ON "sample_receipt"("commission_id", "sample_id");

-- CreateIndex
CREATE INDEX "storage_reading_receipt_id_at_idx" ON "storage_reading"("receipt_id", "at");

-- CreateIndex
CREATE INDEX "custody_entry_receipt_id_at_idx" ON "custody_entry"("receipt_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_failure_receipt_id_key" ON "inspection_failure"("receipt_id");

-- CreateIndex
CREATE INDEX "inspection_failure_commission_id_idx" ON "inspection_failure"("commission_id");

-- CreateIndex
CREATE INDEX "inspection_failure_holder_failed_at_id_idx" ON "inspection_failure"("holder", "failed_at", "id");

-- CreateIndex
CREATE INDEX "inspection_failure_failed_at_id_idx" ON "inspection_failure"("failed_at", "id");

-- CreateIndex
CREATE INDEX "inspection_failure_concerned_idx" ON "inspection_failure" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "inspection_report_receipt_id_idx" ON "inspection_report"("receipt_id");

-- CreateIndex
CREATE INDEX "inspection_report_issued_at_idx" ON "inspection_report"("issued_at");

-- CreateIndex
CREATE INDEX "inspection_report_holder_prepared_at_id_idx" ON "inspection_report"("holder", "prepared_at", "id");

-- CreateIndex
CREATE INDEX "inspection_report_prepared_at_id_idx" ON "inspection_report"("prepared_at", "id");

