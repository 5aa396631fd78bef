-- Contacts that are still kept in the clear are looked for at each start and by each sweep (5.4.3 d), among however many merchants.
CREATE INDEX "merchant_of_before_idx" ON "merchant"("id") WHERE "contact_name" IS NOT NULL OR "contact_phone" IS NOT NULL;
