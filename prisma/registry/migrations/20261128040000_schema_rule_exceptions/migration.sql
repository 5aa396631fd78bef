-- Exceptions in writing from rules of the contract (5.4.3 c).

-- CreateTable
CREATE TABLE "schema_rule_exception" (
    "id" TEXT NOT NULL,
    "subgraph" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "coordinate" TEXT,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "excepted" JSONB NOT NULL,
    "excepted_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended" JSONB,
    "holder" TEXT NOT NULL,

    CONSTRAINT "schema_rule_exception_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "schema_rule_exception_excepted_at_id_idx" ON "schema_rule_exception"("excepted_at", "id");
