-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "pause_ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "paused_by_id" TEXT,
ADD COLUMN     "pause_reason" TEXT,
ADD COLUMN     "pauses" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "paused_for" BIGINT NOT NULL DEFAULT 0;
