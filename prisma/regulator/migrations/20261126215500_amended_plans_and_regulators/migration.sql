-- AlterTable
ALTER TABLE "hazard_direction" ADD COLUMN     "plan_id" TEXT;

-- AlterTable
ALTER TABLE "monitoring_plan" ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "ended" JSONB,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "monitoring_plan_version" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "products" JSONB NOT NULL,
    "platform_ids" TEXT[],
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "feedback_within" TEXT NOT NULL,
    "budget_amount" TEXT,
    "budget_currency" TEXT,
    "replaced" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "monitoring_plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulator" (
    "id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "regulator_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_plan_version_plan_id_version_key" ON "monitoring_plan_version"("plan_id", "version");

-- CreateIndex
CREATE INDEX "regulator_region_code_id_idx" ON "regulator"("region_code", "id");


-- Regulators that were admitted before there was a register of them.
INSERT INTO "regulator" ("id", "level", "region_code", "holder", "concerned")
SELECT id, level, region_code, id, '{}' FROM kernel.participant WHERE kind = 'REGULATOR' AND level IS NOT NULL;
