-- AlterTable
ALTER TABLE "purchase" ADD COLUMN     "bought_by_id" TEXT,
ADD COLUMN     "identity_keys" TEXT[],
ADD COLUMN     "order_id" TEXT,
ADD COLUMN     "repeat_reason" TEXT,
ADD COLUMN     "repeats" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "screenshots" JSONB NOT NULL DEFAULT '[]';

-- Of purchases from before there were orders: who recorded them, and what the rule against repeats compares (5.2.2).
UPDATE "purchase" SET
  "bought_by_id" = "recorded"->>'userId',
  "identity_keys" = array_remove(ARRAY[
    'MERCHANT=' || "plain"."merchant",
    COALESCE('MERCHANT#' || "merchant_uscc", 'MERCHANT?' || "plain"."merchant"),
    'BRAND=' || "plain"."brand",
    'PRODUCER=' || "plain"."producer",
    COALESCE('PRODUCER#' || "producer_uscc", 'PRODUCER?' || "plain"."producer")
  ], NULL)
FROM (
  SELECT "id" AS "of",
    lower(regexp_replace(normalize("merchant_name", NFKC), '\s+', '', 'g')) AS "merchant",
    lower(regexp_replace(normalize("brand", NFKC), '\s+', '', 'g')) AS "brand",
    lower(regexp_replace(normalize("producer_name", NFKC), '\s+', '', 'g')) AS "producer"
  FROM "purchase"
) AS "plain"
WHERE "plain"."of" = "id";
ALTER TABLE "purchase" ALTER COLUMN "bought_by_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "sampling_order" ADD COLUMN     "replacement_reason" TEXT;

-- CreateIndex
CREATE INDEX "purchase_order_id_idx" ON "purchase"("order_id");

-- CreateIndex
CREATE INDEX "purchase_platform_id_listing_item_id_idx" ON "purchase"("platform_id", "listing_item_id");

-- CreateIndex
CREATE INDEX "purchase_identity_keys_idx" ON "purchase" USING GIN ("identity_keys");

-- CreateIndex
CREATE INDEX "sampling_order_replaces_sample_id_idx" ON "sampling_order"("replaces_sample_id");

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_purchase_id_fkey" FOREIGN KEY ("purchase_id") REFERENCES "purchase"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

