-- AlterTable
ALTER TABLE "monitoring_data_acknowledgement" ADD COLUMN     "product_category" TEXT,
ADD COLUMN     "seller_region" TEXT;

-- AlterTable
ALTER TABLE "platform_handling" ADD COLUMN     "product_category" TEXT,
ADD COLUMN     "seller_region" TEXT;

-- Of data that came before, as the catalogue has it now; of the seller's region nothing was kept.
UPDATE "monitoring_data_acknowledgement" data SET "product_category" = listing."category"
FROM "listing" WHERE listing."holder" = data."holder" AND listing."item_id" = data."listing_item_id";
UPDATE "platform_handling" handling SET "product_category" = data."product_category"
FROM "monitoring_data_acknowledgement" data WHERE data."id" = handling."id";

-- CreateIndex
CREATE INDEX "monitoring_data_acknowledgement_product_category_idx" ON "monitoring_data_acknowledgement"("product_category");

-- CreateIndex
CREATE INDEX "monitoring_data_acknowledgement_seller_region_idx" ON "monitoring_data_acknowledgement"("seller_region");

-- CreateIndex
CREATE INDEX "platform_handling_product_category_idx" ON "platform_handling"("product_category");

-- CreateIndex
CREATE INDEX "platform_handling_seller_region_idx" ON "platform_handling"("seller_region");
