-- Corrections that another party is asked to agree to (协商更正), and what a lab sends back after one (退样入库).
ALTER TABLE "sample" ADD COLUMN "taken_back" JSONB;

CREATE TABLE "correction_proposal" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "asked_of" TEXT NOT NULL,
    "commission_id" TEXT,
    "sample_ids" TEXT[],
    "monitoring_data_id" TEXT,
    "seller" JSONB,
    "reason" TEXT NOT NULL,
    "proposed" JSONB NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answer_reason" TEXT,
    "withdrawn" JSONB,
    "withdrawal_reason" TEXT,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "correction_proposal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "correction_proposal_proposed_at_id_idx" ON "correction_proposal"("proposed_at", "id");
CREATE INDEX "correction_proposal_holder_proposed_at_id_idx" ON "correction_proposal"("holder", "proposed_at", "id");
CREATE INDEX "correction_proposal_commission_id_idx" ON "correction_proposal"("commission_id");
CREATE INDEX "correction_proposal_monitoring_data_id_idx" ON "correction_proposal"("monitoring_data_id");
CREATE INDEX "correction_proposal_sample_ids_idx" ON "correction_proposal" USING GIN ("sample_ids");
CREATE INDEX "correction_proposal_concerned_idx" ON "correction_proposal" USING GIN ("concerned");
