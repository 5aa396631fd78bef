-- CreateTable
CREATE TABLE "result_notice" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "monitoring_data_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "addressee_id" TEXT,
    "addressee_name" TEXT NOT NULL,
    "addressee_uscc" TEXT,
    "product_name" TEXT NOT NULL,
    "brand" TEXT,
    "producer_name" TEXT,
    "shop_name" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "failed_items" TEXT[],
    "text" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "serve_by" TIMESTAMPTZ(3) NOT NULL,
    "service" JSONB,
    "object_by" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT,
    "issued" JSONB NOT NULL,
    "served" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "result_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "result_notice_number_key" ON "result_notice"("number");

-- CreateIndex
CREATE INDEX "result_notice_monitoring_data_id_idx" ON "result_notice"("monitoring_data_id");

-- CreateIndex
CREATE INDEX "result_notice_issued_at_id_idx" ON "result_notice"("issued_at", "id");

-- CreateIndex
CREATE INDEX "result_notice_holder_issued_at_idx" ON "result_notice"("holder", "issued_at");

-- CreateIndex
CREATE INDEX "result_notice_concerned_idx" ON "result_notice" USING GIN ("concerned");

-- CreateTable
CREATE TABLE "objection" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "notice_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "objector_id" TEXT,
    "objector_name" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "retest_requested" BOOLEAN NOT NULL,
    "evidence" JSONB NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "on_behalf" BOOLEAN NOT NULL,
    "decide_by" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "objection_number_key" ON "objection"("number");

-- CreateIndex
CREATE UNIQUE INDEX "objection_notice_id_key" ON "objection"("notice_id");

-- CreateIndex
CREATE INDEX "objection_raised_at_id_idx" ON "objection"("raised_at", "id");

-- CreateIndex
CREATE INDEX "objection_holder_raised_at_idx" ON "objection"("holder", "raised_at");

-- CreateIndex
CREATE INDEX "objection_concerned_idx" ON "objection" USING GIN ("concerned");
