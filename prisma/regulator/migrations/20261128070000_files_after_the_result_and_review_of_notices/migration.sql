-- AlterTable
ALTER TABLE "public_notice" ADD COLUMN "under_review_since" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "public_notice_monitoring_data_ids_idx" ON "public_notice" USING GIN ("monitoring_data_ids");

-- CreateIndex
CREATE INDEX "objection_evidence_idx" ON "objection" USING GIN ("evidence" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "case_referral_evidence_idx" ON "case_referral" USING GIN ("evidence" jsonb_path_ops);

-- Files that proofs of service and replies name are looked for by their hash.
CREATE INDEX "result_notice_service_evidence_idx" ON "result_notice" USING GIN (("service" #> '{evidence}'::text[]) jsonb_path_ops);
CREATE INDEX "case_referral_reply_evidence_idx" ON "case_referral" USING GIN (("reply" #> '{evidence}'::text[]) jsonb_path_ops);
