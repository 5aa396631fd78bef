CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "platform" (
    "id" TEXT NOT NULL,
    "website" TEXT,
    "sells_itself" BOOLEAN NOT NULL DEFAULT false,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merchant" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "uscc" TEXT,
    "participant_id" TEXT,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "seller_region" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "merchant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "seller_region" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "brand" TEXT,
    "brand_owner" TEXT,
    "category" TEXT,
    "gtin" TEXT,
    "gtin_as_listed" TEXT NOT NULL,
    "gtin_quality" TEXT NOT NULL,
    "package_weight" TEXT,
    "listed_on" DATE NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_data_acknowledgement" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledge_by" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged" JSONB,
    "listing_item_id" TEXT,
    "note" TEXT,
    "cause" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "monitoring_data_acknowledgement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "merchant_name_id_idx" ON "merchant"("name", "id");

-- CreateIndex
CREATE INDEX "merchant_holder_name_id_idx" ON "merchant"("holder", "name", "id");

-- CreateIndex
CREATE INDEX "merchant_name_trgm_idx" ON "merchant" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "merchant_uscc_idx" ON "merchant"("uscc");

-- CreateIndex
CREATE INDEX "merchant_seller_region_idx" ON "merchant"("seller_region");

-- CreateIndex
CREATE INDEX "merchant_concerned_idx" ON "merchant" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "shop_merchant_id_idx" ON "shop"("merchant_id");

-- CreateIndex
CREATE INDEX "shop_holder_idx" ON "shop"("holder");

-- CreateIndex
CREATE INDEX "listing_item_id_idx" ON "listing"("item_id");

-- CreateIndex
CREATE INDEX "listing_title_id_idx" ON "listing"("title", "id");

-- CreateIndex
CREATE INDEX "listing_holder_title_id_idx" ON "listing"("holder", "title", "id");

-- CreateIndex
CREATE INDEX "listing_listed_on_id_idx" ON "listing"("listed_on", "id");

-- CreateIndex
CREATE INDEX "listing_holder_listed_on_id_idx" ON "listing"("holder", "listed_on", "id");

-- CreateIndex
CREATE INDEX "listing_title_trgm_idx" ON "listing" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "listing_brand_trgm_idx" ON "listing" USING GIN ("brand" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "listing_category_idx" ON "listing"("category");

-- CreateIndex
CREATE INDEX "listing_gtin_idx" ON "listing"("gtin");

-- CreateIndex
CREATE INDEX "listing_concerned_idx" ON "listing" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "listing_holder_item_id_key" ON "listing"("holder", "item_id");

-- CreateIndex
CREATE INDEX "monitoring_data_acknowledgement_received_at_id_idx" ON "monitoring_data_acknowledgement"("received_at", "id");

-- CreateIndex
CREATE INDEX "monitoring_data_acknowledgement_holder_received_at_id_idx" ON "monitoring_data_acknowledgement"("holder", "received_at", "id");

-- CreateIndex
CREATE INDEX "monitoring_data_acknowledgement_holder_state_idx" ON "monitoring_data_acknowledgement"("holder", "state");

-- CreateIndex
CREATE INDEX "monitoring_data_acknowledgement_concerned_idx" ON "monitoring_data_acknowledgement" USING GIN ("concerned");

