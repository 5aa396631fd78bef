-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "contact_email" TEXT;

-- CreateTable
CREATE TABLE "duty_reminder" (
    "id" TEXT NOT NULL,
    "duty_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_failure" TEXT,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_id" TEXT,
    "leased_until" TIMESTAMPTZ(3),
    "sent_to" TEXT,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "duty_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "duty_reminder_state_next_attempt_at_idx" ON "duty_reminder"("state", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "duty_reminder_duty_id_stage_party_id_key" ON "duty_reminder"("duty_id", "stage", "party_id");
