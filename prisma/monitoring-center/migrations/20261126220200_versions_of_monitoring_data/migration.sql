-- DropIndex
DROP INDEX "monitoring_data_number_key";

-- DropIndex
DROP INDEX "monitoring_data_sample_id_key";

-- AlterTable
ALTER TABLE "inspection_commission" ADD COLUMN     "subcontracting_allowed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "monitoring_data" ADD COLUMN     "document" TEXT,
ADD COLUMN     "superseded_by_id" TEXT,
ADD COLUMN     "supersedes_id" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "received_inspection_report" ADD COLUMN     "document" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- What there is are first versions, each of a document of its own.
UPDATE "monitoring_data" SET "document" = gen_random_uuid()::text;
ALTER TABLE "monitoring_data" ALTER COLUMN "document" SET NOT NULL;
UPDATE "received_inspection_report" SET "document" = "id";
ALTER TABLE "received_inspection_report" ALTER COLUMN "document" SET NOT NULL;

-- CreateIndex
CREATE INDEX "monitoring_data_document_idx" ON "monitoring_data"("document");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_data_number_version_key" ON "monitoring_data"("number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_data_sample_id_version_key" ON "monitoring_data"("sample_id", "version");

