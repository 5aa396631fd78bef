-- AlterTable
ALTER TABLE "monitoring_plan" ADD COLUMN     "above" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "assignment_id" TEXT,
ADD COLUMN     "resampling_ground" TEXT;

-- CreateTable
CREATE TABLE "plan_assignment" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "assignee_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "products" JSONB NOT NULL,
    "positions" INTEGER[],
    "platform_ids" TEXT[],
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "feedback_within" TEXT NOT NULL,
    "budget_amount" TEXT,
    "budget_currency" TEXT,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned" JSONB NOT NULL,
    "answered" JSONB,
    "return_reason" TEXT,
    "withdraw_reason" TEXT,
    "carried_out_by_id" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_assignment_number_key" ON "plan_assignment"("number");

-- CreateIndex
CREATE INDEX "plan_assignment_plan_id_idx" ON "plan_assignment"("plan_id");

-- CreateIndex
CREATE INDEX "plan_assignment_holder_assigned_at_idx" ON "plan_assignment"("holder", "assigned_at");

-- CreateIndex
CREATE INDEX "plan_assignment_concerned_idx" ON "plan_assignment" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_plan_assignment_id_key" ON "monitoring_plan"("assignment_id");
