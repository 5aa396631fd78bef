-- CreateIndex
CREATE INDEX "evidence_files_idx" ON "evidence" USING GIN ("files" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "purchase_screenshots_idx" ON "purchase" USING GIN ("screenshots" jsonb_path_ops);
