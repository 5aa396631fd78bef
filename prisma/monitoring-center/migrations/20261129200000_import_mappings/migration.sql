-- Mappings that centres make themselves (映射, 5.1.1), and which of them an import has used.
CREATE TABLE "import_mapping" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sample_hash" TEXT NOT NULL,
    "given" JSONB NOT NULL,
    "trial" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed" JSONB NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided" JSONB,
    "decision_reason" TEXT,
    "withdrawn" JSONB,
    "withdrawal_reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "import_mapping_holder_name_version_key" ON "import_mapping"("holder", "name", "version");
CREATE INDEX "import_mapping_proposed_at_id_idx" ON "import_mapping"("proposed_at", "id");

ALTER TABLE "import_run" ADD COLUMN "import_mapping_id" TEXT;
