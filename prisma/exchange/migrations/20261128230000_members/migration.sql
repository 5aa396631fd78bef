-- Applications to take part (入会申请) and the register of members (成员登记).
CREATE TABLE "membership_application" (
    "id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT,
    "name" TEXT NOT NULL,
    "uscc" TEXT,
    "region_code" TEXT NOT NULL,
    "administrator_id" TEXT NOT NULL,
    "administrator_name" TEXT NOT NULL,
    "documents" JSONB NOT NULL,
    "recorded" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "decided" JSONB,
    "decision_reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_application_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "membership_application_holder_recorded_at_id_idx" ON "membership_application"("holder", "recorded_at", "id");

CREATE TABLE "membership_entry" (
    "id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "former_name" TEXT,
    "successor_id" TEXT,
    "reason" TEXT,
    "entered" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "membership_entry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "membership_entry_entered_at_id_idx" ON "membership_entry"("entered_at", "id");
CREATE INDEX "membership_entry_participant_id_entered_at_id_idx" ON "membership_entry"("participant_id", "entered_at", "id");
