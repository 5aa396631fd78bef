-- CreateTable
CREATE TABLE "risk_report" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "center_id" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "brand" TEXT,
    "hazard_item" TEXT NOT NULL,
    "hazard_description" TEXT NOT NULL,
    "hazard_degree" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "injuries" JSONB NOT NULL,
    "listing_item_ids" TEXT[],
    "links" TEXT[],
    "observed_on" DATE NOT NULL,
    "submitted" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_in_at" TIMESTAMPTZ(3),
    "risk_information_number" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "risk_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "self_inspection" (
    "id" TEXT NOT NULL,
    "monitoring_data_id" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "product_name" TEXT,
    "findings" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "units_in_stock" INTEGER NOT NULL,
    "units_sold" INTEGER NOT NULL,
    "evidence" JSONB NOT NULL,
    "filed" JSONB NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "measures" TEXT,
    "rectification_evidence" JSONB NOT NULL DEFAULT '[]',
    "rectified" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "self_inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "uscc" TEXT,
    "roles" TEXT[],
    "region_code" TEXT,
    "participant_id" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "direction_fulfilment" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "addressee_kind" TEXT NOT NULL,
    "addressee_id" TEXT,
    "enterprise_id" TEXT,
    "regulator_id" TEXT NOT NULL,
    "monitoring_data_ids" TEXT[],
    "instruction" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reports" JSONB NOT NULL DEFAULT '[]',
    "units_recovered" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "direction_fulfilment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "risk_report_number_key" ON "risk_report"("number");

-- CreateIndex
CREATE INDEX "risk_report_submitted_at_id_idx" ON "risk_report"("submitted_at", "id");

-- CreateIndex
CREATE INDEX "risk_report_holder_submitted_at_id_idx" ON "risk_report"("holder", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "risk_report_product_name_trgm_idx" ON "risk_report" USING GIN ("product_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "risk_report_concerned_idx" ON "risk_report" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "self_inspection_monitoring_data_id_idx" ON "self_inspection"("monitoring_data_id");

-- CreateIndex
CREATE INDEX "self_inspection_filed_at_id_idx" ON "self_inspection"("filed_at", "id");

-- CreateIndex
CREATE INDEX "self_inspection_holder_filed_at_id_idx" ON "self_inspection"("holder", "filed_at", "id");

-- CreateIndex
CREATE INDEX "self_inspection_concerned_idx" ON "self_inspection" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_uscc_key" ON "enterprise"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_participant_id_key" ON "enterprise"("participant_id");

-- CreateIndex
CREATE INDEX "enterprise_name_id_idx" ON "enterprise"("name", "id");

-- CreateIndex
CREATE INDEX "enterprise_name_trgm_idx" ON "enterprise" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "direction_fulfilment_received_at_id_idx" ON "direction_fulfilment"("received_at", "id");

-- CreateIndex
CREATE INDEX "direction_fulfilment_holder_received_at_id_idx" ON "direction_fulfilment"("holder", "received_at", "id");

-- CreateIndex
CREATE INDEX "direction_fulfilment_holder_state_idx" ON "direction_fulfilment"("holder", "state");

-- CreateIndex
CREATE INDEX "direction_fulfilment_concerned_idx" ON "direction_fulfilment" USING GIN ("concerned");

