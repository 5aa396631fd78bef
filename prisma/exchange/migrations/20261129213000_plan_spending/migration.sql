-- What centres spent under plans, as they tell of it, by which it is summed upwards (3.1 a).
CREATE TABLE "plan_spending" (
    "subject_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "amount" DECIMAL NOT NULL,
    "currency" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "plan_spending_pkey" PRIMARY KEY ("subject_id", "kind")
);
CREATE INDEX "plan_spending_plan_id_idx" ON "plan_spending"("plan_id");
