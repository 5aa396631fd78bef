-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "escalated_to_id" TEXT,
ADD COLUMN     "next_stage_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "stage" TEXT;

-- What the clock looks for. Duties that were open before are looked at once, at the time of this migration.
CREATE INDEX "duty_next_stage_at_idx" ON "duty"("next_stage_at") WHERE "state" = 'OPEN';
