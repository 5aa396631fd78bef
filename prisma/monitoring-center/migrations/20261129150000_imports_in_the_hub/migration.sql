-- Imports in the hub itself (导入, 5.1.1): how far each is, what became of each row, and the files until their time is over.
CREATE TABLE "import_run" (
    "id" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "mapping_version" INTEGER NOT NULL,
    "mapping_text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "mended" BOOLEAN NOT NULL,
    "given" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "started" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "rows_in_file" INTEGER,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "left_out" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "repaired" INTEGER NOT NULL DEFAULT 0,
    "refusal" JSONB,
    "ended_at" TIMESTAMPTZ(3),
    "cancelled" JSONB,
    "cancel_reason" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lease_id" TEXT,
    "leased_until" TIMESTAMPTZ(3),
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "import_run_state_holder_source_started_at_id_idx" ON "import_run"("state", "holder", "source", "started_at", "id");
CREATE INDEX "import_run_started_at_id_idx" ON "import_run"("started_at", "id");
CREATE INDEX "import_run_holder_idx" ON "import_run"("holder");
CREATE INDEX "import_run_leased_until_idx" ON "import_run"("leased_until");

CREATE TABLE "import_row" (
    "import_run_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "repairs" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_run_id","place")
);

CREATE INDEX "import_row_import_run_id_outcome_place_idx" ON "import_row"("import_run_id", "outcome", "place");

CREATE TABLE "import_file" (
    "party_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sm3" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kept_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("party_id","hash")
);

CREATE INDEX "import_file_kept_until_idx" ON "import_file"("kept_until");
