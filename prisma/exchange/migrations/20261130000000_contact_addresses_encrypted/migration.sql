-- Addresses at which parties are reminded are encrypted (5.4.3 d). What stands in the clear is encrypted at the next start, which has the key; reminders name whose the address was, and no address.
ALTER TABLE "participant" ADD COLUMN "contact_id" TEXT;
ALTER TABLE "participant" ADD COLUMN "sealed_contact_email" TEXT;
UPDATE "duty_reminder" SET "sent_to" = NULL, "last_failure" = regexp_replace("last_failure", '[^\s<>]+@[^\s<>]+', '…', 'g');
