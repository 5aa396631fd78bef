-- Sources that the hub fetches by itself (定时采集, 5.1.1).
CREATE TABLE "import_pull" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "given" JSONB NOT NULL,
    "every" TEXT NOT NULL,
    "cursor_parameter" TEXT,
    "cursor_column" TEXT,
    "cursor_value" TEXT,
    "locale" TEXT NOT NULL,
    "scheduled" JSONB NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "reader" JSONB NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "last_attempt_at" TIMESTAMPTZ(3),
    "last_change_at" TIMESTAMPTZ(3),
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "last_failure" JSONB,
    "last_failure_at" TIMESTAMPTZ(3),
    "stopped_because" JSONB,
    "paused" JSONB,
    "pause_reason" TEXT,
    "ended" JSONB,
    "end_reason" TEXT,
    "taken" JSONB,
    "pending" JSONB,
    "import_run_id" TEXT,
    "runs" INTEGER NOT NULL DEFAULT 0,
    "lease_id" TEXT,
    "leased_until" TIMESTAMPTZ(3),
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pull_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "import_pull_state_next_attempt_at_idx" ON "import_pull"("state", "next_attempt_at");
CREATE INDEX "import_pull_scheduled_at_id_idx" ON "import_pull"("scheduled_at", "id");
CREATE INDEX "import_pull_holder_idx" ON "import_pull"("holder");
