-- Who took a notice is encrypted per person (5.4.3 d). What stands in the clear in the proof of service is encrypted at the next start, which has the key.
ALTER TABLE "result_notice" ADD COLUMN "recipient_id" TEXT;
ALTER TABLE "result_notice" ADD COLUMN "sealed_recipient" TEXT;
CREATE INDEX "result_notice_recipient_id_idx" ON "result_notice"("recipient_id");
