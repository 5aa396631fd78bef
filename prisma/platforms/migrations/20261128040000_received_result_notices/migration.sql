-- CreateTable
CREATE TABLE "received_result_notice" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "addressee_id" TEXT NOT NULL,
    "regulator_id" TEXT NOT NULL,
    "monitoring_data_id" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "confirm_by" TIMESTAMPTZ(3) NOT NULL,
    "served_at" TIMESTAMPTZ(3),
    "service_method" TEXT,
    "object_by" TIMESTAMPTZ(3),
    "objection" JSONB,
    "objection_answer" JSONB,
    "withdraw_reason" TEXT,
    "cause" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "received_result_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "received_result_notice_received_at_id_idx" ON "received_result_notice"("received_at", "id");

-- CreateIndex
CREATE INDEX "received_result_notice_holder_received_at_id_idx" ON "received_result_notice"("holder", "received_at", "id");

-- CreateIndex
CREATE INDEX "received_result_notice_concerned_idx" ON "received_result_notice" USING GIN ("concerned");
