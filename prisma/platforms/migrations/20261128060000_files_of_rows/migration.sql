-- CreateIndex
CREATE INDEX "platform_handling_measures_idx" ON "platform_handling" USING GIN ("measures" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "self_inspection_evidence_idx" ON "self_inspection" USING GIN ("evidence" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "self_inspection_rectification_evidence_idx" ON "self_inspection" USING GIN ("rectification_evidence" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "direction_fulfilment_reports_idx" ON "direction_fulfilment" USING GIN ("reports" jsonb_path_ops);
