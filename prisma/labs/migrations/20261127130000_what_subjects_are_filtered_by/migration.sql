-- AlterTable
ALTER TABLE "inspection_failure" ADD COLUMN     "product_kind" TEXT;

-- AlterTable
ALTER TABLE "inspection_report" ADD COLUMN     "product_kind" TEXT;

-- Of reports and failures from before.
UPDATE "inspection_report" SET "product_kind" = receipt."product_kind" FROM "sample_receipt" receipt WHERE receipt."id" = "inspection_report"."receipt_id";
UPDATE "inspection_failure" SET "product_kind" = receipt."product_kind" FROM "sample_receipt" receipt WHERE receipt."id" = "inspection_failure"."receipt_id";

-- CreateIndex
CREATE INDEX "commission_acceptance_samples_idx" ON "commission_acceptance" USING GIN ("samples" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "inspection_failure_product_kind_idx" ON "inspection_failure"("product_kind");

-- CreateIndex
CREATE INDEX "inspection_report_product_kind_idx" ON "inspection_report"("product_kind");
