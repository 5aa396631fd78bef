-- That monitoring data name the wrong seller, as the centre asks the regulator to agree (收到的电商更正).
CREATE TABLE "seller_correction" (
    "id" TEXT NOT NULL,
    "center_id" TEXT NOT NULL,
    "monitoring_data_id" TEXT NOT NULL,
    "shop_name" TEXT NOT NULL,
    "merchant_name" TEXT NOT NULL,
    "merchant_uscc" TEXT,
    "seller_region" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "answered" JSONB,
    "answer_reason" TEXT,
    "withdrawal_reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seller_correction_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "seller_correction_received_at_id_idx" ON "seller_correction"("received_at", "id");
CREATE INDEX "seller_correction_holder_received_at_id_idx" ON "seller_correction"("holder", "received_at", "id");
CREATE INDEX "seller_correction_monitoring_data_id_idx" ON "seller_correction"("monitoring_data_id");
CREATE INDEX "seller_correction_concerned_idx" ON "seller_correction" USING GIN ("concerned");
