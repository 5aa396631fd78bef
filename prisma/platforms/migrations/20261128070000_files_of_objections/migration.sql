-- Files that objections name are looked for by their hash.
CREATE INDEX "received_result_notice_objection_evidence_idx" ON "received_result_notice" USING GIN (("objection" #> '{evidence}'::text[]) jsonb_path_ops);
