-- Corrections of commissions that the centre asks the lab to agree to (收到的委托更正).
CREATE TABLE "commission_correction" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "center_id" TEXT NOT NULL,
    "commission_ids" TEXT[],
    "samples" JSONB NOT NULL,
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

    CONSTRAINT "commission_correction_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "commission_correction_received_at_id_idx" ON "commission_correction"("received_at", "id");
CREATE INDEX "commission_correction_holder_received_at_id_idx" ON "commission_correction"("holder", "received_at", "id");
CREATE INDEX "commission_correction_commission_ids_idx" ON "commission_correction" USING GIN ("commission_ids");
CREATE INDEX "commission_correction_concerned_idx" ON "commission_correction" USING GIN ("concerned");
