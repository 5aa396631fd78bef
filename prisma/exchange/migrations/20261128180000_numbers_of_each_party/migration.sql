-- By which rules parties number what they issue (编号规则).
CREATE TABLE "number_pattern" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "begins_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "number_pattern_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "number_pattern_holder_recorded_at_id_idx" ON "number_pattern"("holder", "recorded_at", "id");
