-- Who bought is encrypted per person (5.4.3 d). What stands in the clear is encrypted at the next start, which has the key.
ALTER TABLE "purchase" ALTER COLUMN "buyer_name" DROP NOT NULL;
ALTER TABLE "purchase" ALTER COLUMN "buyer_account" DROP NOT NULL;
ALTER TABLE "purchase" ALTER COLUMN "buyer_address" DROP NOT NULL;
ALTER TABLE "purchase" ADD COLUMN "buyer_id" TEXT;
ALTER TABLE "purchase" ADD COLUMN "sealed_buyer" TEXT;
CREATE INDEX "purchase_buyer_id_idx" ON "purchase"("buyer_id");
