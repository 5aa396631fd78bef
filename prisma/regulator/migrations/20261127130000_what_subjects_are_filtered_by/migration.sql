-- AlterTable
ALTER TABLE "assessment_report_decision" ADD COLUMN     "hazard_degrees" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "platforms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "product_categories" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "monitoring_plan" ADD COLUMN     "hazard_degrees" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "received_assessment_report" ADD COLUMN     "hazard_degrees" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "platforms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "product_categories" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "received_monitoring_data" ADD COLUMN     "product_category" TEXT;

-- CreateIndex
CREATE INDEX "assessment_report_decision_concerned_idx" ON "assessment_report_decision" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "assessment_report_decision_product_categories_idx" ON "assessment_report_decision" USING GIN ("product_categories");

-- CreateIndex
CREATE INDEX "assessment_report_decision_platforms_idx" ON "assessment_report_decision" USING GIN ("platforms");

-- CreateIndex
CREATE INDEX "assessment_report_decision_hazard_degrees_idx" ON "assessment_report_decision" USING GIN ("hazard_degrees");

-- CreateIndex
CREATE INDEX "assessment_report_decision_holder_idx" ON "assessment_report_decision"("holder");

-- CreateIndex
CREATE INDEX "monitoring_plan_products_idx" ON "monitoring_plan" USING GIN ("products" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "monitoring_plan_platform_ids_idx" ON "monitoring_plan" USING GIN ("platform_ids");

-- CreateIndex
CREATE INDEX "monitoring_plan_hazard_degrees_idx" ON "monitoring_plan" USING GIN ("hazard_degrees");

-- CreateIndex
CREATE INDEX "received_assessment_report_product_categories_idx" ON "received_assessment_report" USING GIN ("product_categories");

-- CreateIndex
CREATE INDEX "received_assessment_report_platforms_idx" ON "received_assessment_report" USING GIN ("platforms");

-- CreateIndex
CREATE INDEX "received_assessment_report_hazard_degrees_idx" ON "received_assessment_report" USING GIN ("hazard_degrees");

-- CreateIndex
CREATE INDEX "received_monitoring_data_product_category_idx" ON "received_monitoring_data"("product_category");

-- CreateIndex
CREATE INDEX "received_monitoring_data_seller_region_idx" ON "received_monitoring_data"("seller_region");

-- AddForeignKey
ALTER TABLE "received_monitoring_data" ADD CONSTRAINT "received_monitoring_data_handling_id_fkey" FOREIGN KEY ("handling_id") REFERENCES "hazard_handling"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
