-- DropIndex
DROP INDEX "sample_purchase_id_key";

-- AlterTable
ALTER TABLE "sample" ADD COLUMN "retest_of_id" TEXT, ADD COLUMN "retest_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "sample_retest_id_key" ON "sample"("retest_id");

-- CreateIndex
CREATE INDEX "sample_purchase_id_idx" ON "sample"("purchase_id");

-- CreateIndex
CREATE INDEX "sample_retest_of_id_idx" ON "sample"("retest_of_id");

-- AlterTable
ALTER TABLE "monitoring_data" ADD COLUMN "producer_disowned" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "correction" JSONB;
