CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "risk_information" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "superseded_by_id" TEXT,
    "channel" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "product_categories" TEXT[],
    "brand" TEXT,
    "hazard_item" TEXT NOT NULL,
    "hazard_description" TEXT NOT NULL,
    "hazard_degree" TEXT NOT NULL,
    "units" INTEGER,
    "units_text" TEXT,
    "countries" TEXT[],
    "retailers" TEXT[],
    "platforms" TEXT[],
    "sold_from" DATE,
    "sold_until" DATE,
    "has_injuries" BOOLEAN NOT NULL,
    "has_deaths" BOOLEAN NOT NULL,
    "injuries" TEXT,
    "remedy" TEXT,
    "links" TEXT[],
    "observed_on" DATE NOT NULL,
    "collected_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'COLLECTED',
    "reached" TEXT[] DEFAULT ARRAY['COLLECTED']::TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "risk_information_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_content" (
    "risk_information_id" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "source_content_pkey" PRIMARY KEY ("risk_information_id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" TEXT NOT NULL,
    "risk_information_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "hazard_degree" TEXT NOT NULL,
    "severity" INTEGER NOT NULL,
    "probability" TEXT NOT NULL,
    "harm_level" TEXT NOT NULL,
    "harm_table_version" TEXT NOT NULL,
    "spread" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "assessed" JSONB NOT NULL,
    "assessed_at" TIMESTAMPTZ(3) NOT NULL,
    "report_id" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_report" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "recommendation" TEXT NOT NULL,
    "submitted_to_id" TEXT NOT NULL,
    "submitted" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assessment_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "received_monitoring_plan" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "platform_ids" TEXT[],
    "products" JSONB NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "feedback_within" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "received_monitoring_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lab_scope" (
    "lab_id" TEXT NOT NULL,
    "certificate_number" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_until" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "cause" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_scope_pkey" PRIMARY KEY ("lab_id")
);

-- CreateTable
CREATE TABLE "purchase" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "plan_product" INTEGER NOT NULL,
    "platform_id" TEXT NOT NULL,
    "shop_name" TEXT NOT NULL,
    "merchant_name" TEXT NOT NULL,
    "merchant_uscc" TEXT,
    "product_name" TEXT NOT NULL,
    "brand" TEXT,
    "producer_name" TEXT,
    "producer_uscc" TEXT,
    "listing_item_id" TEXT NOT NULL,
    "listing_sku" TEXT,
    "listing_snapshot_hash" TEXT,
    "order_number" TEXT NOT NULL,
    "price_amount" TEXT NOT NULL,
    "price_currency" TEXT NOT NULL,
    "freight_amount" TEXT,
    "freight_currency" TEXT,
    "invoice_number" TEXT,
    "purchased_at" TIMESTAMPTZ(3) NOT NULL,
    "buyer_name" TEXT NOT NULL,
    "buyer_account" TEXT NOT NULL,
    "buyer_address" TEXT NOT NULL,
    "payment_reference" TEXT,
    "recorded" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "seller_region" TEXT NOT NULL,
    "producer_region" TEXT,
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "blind_number" TEXT NOT NULL,
    "product_kind" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "product_name" TEXT NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "plan_product" INTEGER NOT NULL,
    "commission_id" TEXT,
    "report_id" TEXT,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "seller_region" TEXT NOT NULL,
    "producer_region" TEXT,
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_commission" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "lab_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "sample_ids" TEXT[],
    "test_items" JSONB NOT NULL,
    "agreed_due_at" TIMESTAMPTZ(3) NOT NULL,
    "blind" BOOLEAN NOT NULL,
    "commissioned" JSONB NOT NULL,
    "commissioned_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspection_commission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "received_inspection_report" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "lab_id" TEXT NOT NULL,
    "commission_id" TEXT NOT NULL,
    "sample_id" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "results" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "received_inspection_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_data" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "sample_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "brand" TEXT,
    "producer_name" TEXT,
    "producer_uscc" TEXT,
    "conclusion" TEXT NOT NULL,
    "failed_items" JSONB NOT NULL,
    "platform_id" TEXT NOT NULL,
    "listing_item_id" TEXT NOT NULL,
    "shop_name" TEXT NOT NULL,
    "merchant_name" TEXT NOT NULL,
    "merchant_uscc" TEXT,
    "remark" TEXT,
    "compiled" JSONB NOT NULL,
    "fed_back" JSONB,
    "fed_back_at" TIMESTAMPTZ(3),
    "acknowledge_by" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "seller_region" TEXT NOT NULL,
    "producer_region" TEXT,
    "platform_region" TEXT,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "monitoring_data_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmatched_event" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "problem" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unmatched_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "risk_information_document_idx" ON "risk_information"("document");

-- CreateIndex
CREATE INDEX "risk_information_observed_on_id_idx" ON "risk_information"("observed_on", "id");

-- CreateIndex
CREATE INDEX "risk_information_collected_at_id_idx" ON "risk_information"("collected_at", "id");

-- CreateIndex
CREATE INDEX "risk_information_product_name_id_idx" ON "risk_information"("product_name", "id");

-- CreateIndex
CREATE INDEX "risk_information_product_name_trgm" ON "risk_information" USING GIN ("product_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "risk_information_hazard_item_trgm" ON "risk_information" USING GIN ("hazard_item" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "risk_information_product_categories_idx" ON "risk_information" USING GIN ("product_categories");

-- CreateIndex
CREATE INDEX "risk_information_countries_idx" ON "risk_information" USING GIN ("countries");

-- CreateIndex
CREATE INDEX "risk_information_platforms_idx" ON "risk_information" USING GIN ("platforms");

-- CreateIndex
CREATE UNIQUE INDEX "risk_information_holder_source_source_key_version_key" ON "risk_information"("holder", "source", "source_key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "risk_information_number_version_key" ON "risk_information"("number", "version");

-- CreateIndex
CREATE INDEX "assessment_risk_information_id_idx" ON "assessment"("risk_information_id");

-- CreateIndex
CREATE INDEX "assessment_report_id_idx" ON "assessment"("report_id");

-- CreateIndex
CREATE INDEX "assessment_assessed_at_id_idx" ON "assessment"("assessed_at", "id");

-- CreateIndex
CREATE INDEX "assessment_concerned_idx" ON "assessment" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_report_number_key" ON "assessment_report"("number");

-- CreateIndex
CREATE INDEX "assessment_report_submitted_at_id_idx" ON "assessment_report"("submitted_at", "id");

-- CreateIndex
CREATE INDEX "assessment_report_title_trgm" ON "assessment_report" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "assessment_report_concerned_idx" ON "assessment_report" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_number_key" ON "purchase"("number");

-- CreateIndex
CREATE INDEX "purchase_plan_id_idx" ON "purchase"("plan_id");

-- CreateIndex
CREATE INDEX "purchase_purchased_at_id_idx" ON "purchase"("purchased_at", "id");

-- CreateIndex
CREATE INDEX "purchase_product_name_id_idx" ON "purchase"("product_name", "id");

-- CreateIndex
CREATE INDEX "purchase_product_name_trgm" ON "purchase" USING GIN ("product_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "purchase_merchant_name_trgm" ON "purchase" USING GIN ("merchant_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "purchase_merchant_uscc_idx" ON "purchase"("merchant_uscc");

-- CreateIndex
CREATE INDEX "purchase_concerned_idx" ON "purchase" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "sample_number_key" ON "sample"("number");

-- CreateIndex
CREATE UNIQUE INDEX "sample_blind_number_key" ON "sample"("blind_number");

-- CreateIndex
CREATE UNIQUE INDEX "sample_purchase_id_key" ON "sample"("purchase_id");

-- CreateIndex
CREATE INDEX "sample_commission_id_idx" ON "sample"("commission_id");

-- CreateIndex
CREATE INDEX "sample_plan_id_idx" ON "sample"("plan_id");

-- CreateIndex
CREATE INDEX "sample_registered_at_id_idx" ON "sample"("registered_at", "id");

-- CreateIndex
CREATE INDEX "sample_concerned_idx" ON "sample" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_commission_number_key" ON "inspection_commission"("number");

-- CreateIndex
CREATE INDEX "inspection_commission_lab_id_idx" ON "inspection_commission"("lab_id");

-- CreateIndex
CREATE INDEX "inspection_commission_plan_id_idx" ON "inspection_commission"("plan_id");

-- CreateIndex
CREATE INDEX "inspection_commission_commissioned_at_id_idx" ON "inspection_commission"("commissioned_at", "id");

-- CreateIndex
CREATE INDEX "inspection_commission_agreed_due_at_id_idx" ON "inspection_commission"("agreed_due_at", "id");

-- CreateIndex
CREATE INDEX "inspection_commission_concerned_idx" ON "inspection_commission" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "received_inspection_report_sample_id_idx" ON "received_inspection_report"("sample_id");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_data_number_key" ON "monitoring_data"("number");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_data_sample_id_key" ON "monitoring_data"("sample_id");

-- CreateIndex
CREATE INDEX "monitoring_data_plan_id_idx" ON "monitoring_data"("plan_id");

-- CreateIndex
CREATE INDEX "monitoring_data_platform_id_idx" ON "monitoring_data"("platform_id");

-- CreateIndex
CREATE INDEX "monitoring_data_state_since_id_idx" ON "monitoring_data"("state_since", "id");

-- CreateIndex
CREATE INDEX "monitoring_data_product_name_id_idx" ON "monitoring_data"("product_name", "id");

-- CreateIndex
CREATE INDEX "monitoring_data_product_name_trgm" ON "monitoring_data" USING GIN ("product_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "monitoring_data_merchant_uscc_idx" ON "monitoring_data"("merchant_uscc");

-- CreateIndex
CREATE INDEX "monitoring_data_seller_region_idx" ON "monitoring_data"("seller_region");

-- CreateIndex
CREATE INDEX "monitoring_data_concerned_idx" ON "monitoring_data" USING GIN ("concerned");

