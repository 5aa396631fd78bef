-- The auditor looks for all records of one request among the reads of three years; those of a reader, a holder or a time have an index already.
CREATE INDEX "access_record_request_idx" ON "access_record"("request");
