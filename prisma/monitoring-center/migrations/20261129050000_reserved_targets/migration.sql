-- Listings that are set apart to be bought under an order (预定购样对象).
ALTER TABLE "sampling_order" ADD COLUMN "targets" JSONB NOT NULL DEFAULT '[]';
