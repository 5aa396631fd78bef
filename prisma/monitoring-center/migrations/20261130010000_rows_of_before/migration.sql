-- Who bought and is still kept in the clear is looked for at each start and by each sweep (5.4.3 d), among however many purchases.
CREATE INDEX "purchase_of_before_idx" ON "purchase"("id") WHERE "buyer_name" IS NOT NULL;
