-- CreateIndex
CREATE INDEX "hazard_direction_answers_idx" ON "hazard_direction" USING GIN ("answers" jsonb_path_ops);
