-- DropIndex
DROP INDEX "shop_holder_idx";

-- AlterTable
ALTER TABLE "listing" ADD COLUMN     "delisted_at" TIMESTAMPTZ(3),
ADD COLUMN     "delisting_reason" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "monitoring_data_acknowledgement" ADD COLUMN     "conclusion" TEXT,
ADD COLUMN     "merchant_uscc" TEXT,
ADD COLUMN     "owed_to" TEXT[],
ADD COLUMN     "product_name" TEXT,
ADD COLUMN     "shop_name" TEXT,
ADD COLUMN     "superseded_by_id" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "platform_handling" (
    "id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "handle_by" TIMESTAMPTZ(3) NOT NULL,
    "measures" JSONB NOT NULL DEFAULT '[]',
    "other_measures" TEXT,
    "result" TEXT,
    "completed" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_handling_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "platform_handling_opened_at_id_idx" ON "platform_handling"("opened_at", "id");

-- CreateIndex
CREATE INDEX "platform_handling_holder_opened_at_id_idx" ON "platform_handling"("holder", "opened_at", "id");

-- CreateIndex
CREATE INDEX "platform_handling_holder_state_idx" ON "platform_handling"("holder", "state");

-- CreateIndex
CREATE INDEX "platform_handling_concerned_idx" ON "platform_handling" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "shop_name_id_idx" ON "shop"("name", "id");

-- CreateIndex
CREATE INDEX "shop_holder_name_id_idx" ON "shop"("holder", "name", "id");

-- CreateIndex
CREATE INDEX "shop_name_trgm_idx" ON "shop" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "shop_concerned_idx" ON "shop" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "shop_seller_region_idx" ON "shop"("seller_region");


-- Until now nobody else was concerned.
UPDATE "monitoring_data_acknowledgement" SET "owed_to" = "concerned";
