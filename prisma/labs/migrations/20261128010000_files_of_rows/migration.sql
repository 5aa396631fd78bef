-- CreateIndex
CREATE INDEX "sample_receipt_photos_idx" ON "sample_receipt" USING GIN ("photos" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "inspection_failure_evidence_idx" ON "inspection_failure" USING GIN ("evidence" jsonb_path_ops);
