-- CreateTable
CREATE TABLE "received_monitoring_data" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "plan_id" TEXT NOT NULL,
    "center_id" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "brand" TEXT,
    "producer_name" TEXT,
    "producer_uscc" TEXT,
    "conclusion" TEXT NOT NULL,
    "failed_items" TEXT[],
    "platform_id" TEXT NOT NULL,
    "shop_name" TEXT NOT NULL,
    "merchant_name" TEXT,
    "merchant_uscc" TEXT,
    "seller_region" TEXT,
    "producer_region" TEXT,
    "fed_back_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "superseded_by_id" TEXT,
    "handling_id" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "received_monitoring_data_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hazard_handling" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "plan_id" TEXT,
    "opened" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "close_by" TIMESTAMPTZ(3) NOT NULL,
    "result" TEXT,
    "closed" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hazard_handling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hazard_direction" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "handling_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "addressee_kind" TEXT NOT NULL,
    "addressee_id" TEXT,
    "addressee_name" TEXT NOT NULL,
    "addressee_uscc" TEXT,
    "monitoring_data_ids" TEXT[],
    "instruction" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '[]',
    "sent_back_reason" TEXT,
    "end_reason" TEXT,
    "issued" JSONB NOT NULL,
    "ended" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hazard_direction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "received_monitoring_data_holder_state_idx" ON "received_monitoring_data"("holder", "state");

-- CreateIndex
CREATE INDEX "received_monitoring_data_handling_id_idx" ON "received_monitoring_data"("handling_id");

-- CreateIndex
CREATE INDEX "received_monitoring_data_plan_id_idx" ON "received_monitoring_data"("plan_id");

-- CreateIndex
CREATE INDEX "received_monitoring_data_concerned_idx" ON "received_monitoring_data" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "hazard_handling_number_key" ON "hazard_handling"("number");

-- CreateIndex
CREATE INDEX "hazard_handling_holder_opened_at_idx" ON "hazard_handling"("holder", "opened_at");

-- CreateIndex
CREATE INDEX "hazard_handling_concerned_idx" ON "hazard_handling" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "hazard_direction_number_key" ON "hazard_direction"("number");

-- CreateIndex
CREATE INDEX "hazard_direction_handling_id_idx" ON "hazard_direction"("handling_id");

-- CreateIndex
CREATE INDEX "hazard_direction_holder_due_at_idx" ON "hazard_direction"("holder", "due_at");

-- CreateIndex
CREATE INDEX "hazard_direction_concerned_idx" ON "hazard_direction" USING GIN ("concerned");

