-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "part_of" TEXT;

-- CreateTable
CREATE TABLE "plan_part" (
    "subject_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,

    CONSTRAINT "plan_part_pkey" PRIMARY KEY ("subject_id")
);

-- CreateIndex
CREATE INDEX "plan_part_plan_id_idx" ON "plan_part"("plan_id");

-- CreateIndex
CREATE INDEX "duty_part_of_idx" ON "duty"("part_of");

-- CreateIndex
CREATE INDEX "duty_subject_id_idx" ON "duty"("subject_id");

