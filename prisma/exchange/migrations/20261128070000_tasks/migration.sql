-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "done_by_id" TEXT,
ADD COLUMN     "done_on_behalf_of_id" TEXT;

-- CreateTable
CREATE TABLE "task_claim" (
    "id" TEXT NOT NULL,
    "duty_id" TEXT NOT NULL,
    "claimed_by_id" TEXT NOT NULL,
    "on_behalf_of_id" TEXT,
    "claimed" JSONB NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "task_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" TEXT NOT NULL,
    "delegator_id" TEXT NOT NULL,
    "delegate_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "begins_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "delegated" JSONB NOT NULL,
    "delegated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended" JSONB,
    "ending_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_claim_duty_id_idx" ON "task_claim"("duty_id");

-- CreateIndex
CREATE INDEX "task_claim_claimed_by_id_idx" ON "task_claim"("claimed_by_id");

-- CreateIndex
CREATE INDEX "task_claim_on_behalf_of_id_idx" ON "task_claim"("on_behalf_of_id");

-- CreateIndex
CREATE INDEX "delegation_holder_delegated_at_id_idx" ON "delegation"("holder", "delegated_at", "id");

-- CreateIndex
CREATE INDEX "delegation_delegate_id_idx" ON "delegation"("delegate_id");

-- AddForeignKey
ALTER TABLE "task_claim" ADD CONSTRAINT "task_claim_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duty"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two who claim at once wait for each other at the duty; this holds whatever the code does.
CREATE UNIQUE INDEX "task_claim_held_key" ON "task_claim"("duty_id") WHERE "state" = 'HELD';
