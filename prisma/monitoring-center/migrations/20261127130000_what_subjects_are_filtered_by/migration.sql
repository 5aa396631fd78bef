-- AlterTable
ALTER TABLE "assessment_report" ADD COLUMN     "hazard_degrees" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "platforms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "product_categories" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "inspection_commission" ADD COLUMN     "platform_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "product_categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "seller_regions" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "monitoring_data" ADD COLUMN     "product_category" TEXT;

-- AlterTable
ALTER TABLE "sample" ADD COLUMN     "product_category" TEXT;

-- Of what was submitted, bought, commissioned and compiled before.
UPDATE "assessment_report" report SET
  "hazard_degrees" = coalesce((SELECT array_agg(DISTINCT a."hazard_degree") FROM "assessment" a WHERE a."report_id" = report."id"), '{}'),
  "product_categories" = coalesce((
    SELECT array_agg(DISTINCT category) FROM "assessment" a JOIN "risk_information" record ON record."id" = ANY(a."record_ids"),
      unnest(record."product_categories") AS category WHERE a."report_id" = report."id"), '{}'),
  "platforms" = coalesce((
    SELECT array_agg(DISTINCT platform) FROM "assessment" a JOIN "risk_information" record ON record."id" = ANY(a."record_ids"),
      unnest(record."platforms") AS platform WHERE a."report_id" = report."id"), '{}');
UPDATE "sample" SET "product_category" = (
  SELECT product->>'categoryCode' FROM "received_monitoring_plan" plan, jsonb_array_elements(plan."products") AS product
  WHERE plan."id" = "sample"."plan_id" AND (product->>'position')::int = "sample"."plan_product" LIMIT 1);
UPDATE "monitoring_data" SET "product_category" = "sample"."product_category" FROM "sample" WHERE "sample"."id" = "monitoring_data"."sample_id";
UPDATE "inspection_commission" commission SET
  "product_categories" = coalesce((
    SELECT array_agg(DISTINCT s."product_category") FROM "sample" s
    WHERE s."id" = ANY(commission."sample_ids") AND s."product_category" IS NOT NULL), '{}'),
  "platform_ids" = coalesce((
    SELECT array_agg(DISTINCT p."platform_id") FROM "sample" s JOIN "purchase" p ON p."id" = s."purchase_id"
    WHERE s."id" = ANY(commission."sample_ids")), '{}'),
  "seller_regions" = coalesce((
    SELECT array_agg(DISTINCT around) FROM "sample" s, unnest(ARRAY[left(s."seller_region", 2), left(s."seller_region", 4), s."seller_region"]) AS around
    WHERE s."id" = ANY(commission."sample_ids") AND s."seller_region" <> ''), '{}');

-- CreateIndex
CREATE INDEX "assessment_report_product_categories_idx" ON "assessment_report" USING GIN ("product_categories");

-- CreateIndex
CREATE INDEX "assessment_report_platforms_idx" ON "assessment_report" USING GIN ("platforms");

-- CreateIndex
CREATE INDEX "assessment_report_hazard_degrees_idx" ON "assessment_report" USING GIN ("hazard_degrees");

-- CreateIndex
CREATE INDEX "assessment_report_holder_idx" ON "assessment_report"("holder");

-- CreateIndex
CREATE INDEX "inspection_commission_product_categories_idx" ON "inspection_commission" USING GIN ("product_categories");

-- CreateIndex
CREATE INDEX "inspection_commission_platform_ids_idx" ON "inspection_commission" USING GIN ("platform_ids");

-- CreateIndex
CREATE INDEX "inspection_commission_seller_regions_idx" ON "inspection_commission" USING GIN ("seller_regions");

-- CreateIndex
CREATE INDEX "monitoring_data_product_category_idx" ON "monitoring_data"("product_category");

-- CreateIndex
CREATE INDEX "sample_product_category_idx" ON "sample"("product_category");

-- CreateIndex
CREATE INDEX "sample_seller_region_idx" ON "sample"("seller_region");
