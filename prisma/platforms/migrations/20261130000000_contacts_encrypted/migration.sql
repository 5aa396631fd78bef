-- Contacts of merchants are encrypted per person (5.4.3 d). What stands in the clear is encrypted at the next start, which has the key.
ALTER TABLE "merchant" ADD COLUMN "contact_id" TEXT;
ALTER TABLE "merchant" ADD COLUMN "sealed_contact" TEXT;
CREATE INDEX "merchant_contact_id_idx" ON "merchant"("contact_id");
