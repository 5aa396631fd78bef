-- AlterTable
ALTER TABLE "received_monitoring_plan" ADD COLUMN     "reached" TEXT[] DEFAULT ARRAY['ISSUED']::TEXT[],
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'ISSUED',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "work_plan" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "scope" TEXT,
    "method" TEXT,
    "platform_ids" TEXT[],
    "sampling_from" TIMESTAMPTZ(3),
    "sampling_until" TIMESTAMPTZ(3),
    "ship_within" TEXT NOT NULL,
    "verify_within" TEXT NOT NULL,
    "warehouse_within" TEXT NOT NULL,
    "dispatch_within" TEXT NOT NULL,
    "receiving_place" TEXT,
    "sampler_ids" TEXT[],
    "lab_ids" TEXT[],
    "amendments" JSONB NOT NULL DEFAULT '[]',
    "drafted" JSONB NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "started" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sampling_order" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "work_plan_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "plan_product" INTEGER NOT NULL,
    "product_name" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "batches" INTEGER NOT NULL,
    "bought" INTEGER NOT NULL DEFAULT 0,
    "sampler_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "replaces_sample_id" TEXT,
    "ordered" JSONB NOT NULL,
    "cancel_reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sampling_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "work_plan_number_key" ON "work_plan"("number");

-- CreateIndex
CREATE UNIQUE INDEX "work_plan_plan_id_key" ON "work_plan"("plan_id");

-- CreateIndex
CREATE INDEX "work_plan_drafted_at_id_idx" ON "work_plan"("drafted_at", "id");

-- CreateIndex
CREATE INDEX "work_plan_concerned_idx" ON "work_plan" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "sampling_order_number_key" ON "sampling_order"("number");

-- CreateIndex
CREATE INDEX "sampling_order_work_plan_id_idx" ON "sampling_order"("work_plan_id");

-- CreateIndex
CREATE INDEX "sampling_order_plan_id_idx" ON "sampling_order"("plan_id");

-- CreateIndex
CREATE INDEX "sampling_order_due_at_id_idx" ON "sampling_order"("due_at", "id");

-- CreateIndex
CREATE INDEX "sampling_order_sampler_id_idx" ON "sampling_order"("sampler_id");

-- CreateIndex
CREATE INDEX "sampling_order_concerned_idx" ON "sampling_order" USING GIN ("concerned");

