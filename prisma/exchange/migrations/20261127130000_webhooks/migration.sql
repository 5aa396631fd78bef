-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kinds" TEXT[],
    "description" TEXT NOT NULL,
    "registered" JSONB NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "reader" JSONB NOT NULL,
    "sealed_secret" TEXT,
    "previous_secret" TEXT,
    "previous_secret_until" TIMESTAMPTZ(3),
    "secret_serial" INTEGER NOT NULL DEFAULT 1,
    "epoch" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "told_position" BIGINT,
    "attempts" JSONB NOT NULL DEFAULT '[]',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "last_failure" JSONB,
    "last_delivered_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_id" TEXT,
    "leased_until" TIMESTAMPTZ(3),
    "stopped_because" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_state_next_attempt_at_idx" ON "webhook"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "webhook_holder_registered_at_id_idx" ON "webhook"("holder", "registered_at", "id");

