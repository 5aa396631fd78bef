-- What shops have on sale is looked for by shop: by the count of it, and by how long contacts of merchants are kept.
CREATE INDEX "listing_shop_id_idx" ON "listing"("shop_id");
