-- CreateTable
CREATE TABLE "received_assessment_report" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "center_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "decide_by" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "received_assessment_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_report_decision" (
    "id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "decided" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "assessment_report_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_plan" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "report_ids" TEXT[],
    "products" JSONB NOT NULL,
    "center_id" TEXT NOT NULL,
    "platform_ids" TEXT[],
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "feedback_within" TEXT NOT NULL,
    "budget_amount" TEXT,
    "budget_currency" TEXT,
    "drafted" JSONB NOT NULL,
    "issued" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "monitoring_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "received_assessment_report_holder_state_idx" ON "received_assessment_report"("holder", "state");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_report_decision_report_id_key" ON "assessment_report_decision"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_plan_number_key" ON "monitoring_plan"("number");

-- CreateIndex
CREATE INDEX "monitoring_plan_holder_idx" ON "monitoring_plan"("holder");

-- CreateIndex
CREATE INDEX "monitoring_plan_concerned_idx" ON "monitoring_plan" USING GIN ("concerned");

