-- Who took a notice and is still kept in the clear is looked for at each start and by each sweep (5.4.3 d), among however many notices.
CREATE INDEX "result_notice_of_before_idx" ON "result_notice"("id") WHERE "service"->>'recipient' IS NOT NULL AND "service"->>'confirmedByAddressee' IS DISTINCT FROM 'true';
