-- Files that confirmations and answers name are looked for by their hash.
CREATE INDEX "sample_confirmation_photos_idx" ON "sample" USING GIN (("confirmation" #> '{photos}'::text[]) jsonb_path_ops);
CREATE INDEX "risk_notice_answer_evidence_idx" ON "risk_notice" USING GIN (("answer" #> '{evidence}'::text[]) jsonb_path_ops);
