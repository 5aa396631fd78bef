-- AlterTable
ALTER TABLE "sample" ADD COLUMN     "seal_number" TEXT;

-- What left the warehouse bears the seal that it left under.
UPDATE "sample" SET "seal_number" = coalesce("dispatch"->>'sealNumber', "warehousing"->>'sealNumber');

-- CreateIndex
CREATE INDEX "sample_holder_seal_number_idx" ON "sample"("holder", "seal_number");
