-- CreateTable
CREATE TABLE "plan_overseer" (
    "plan_id" TEXT NOT NULL,
    "regulator_id" TEXT NOT NULL,

    CONSTRAINT "plan_overseer_pkey" PRIMARY KEY ("plan_id","regulator_id")
);
