-- Proposals of changes of schemas (5.4.3 c), with who has approved them and what others say.

-- AlterTable
ALTER TABLE "schema_version" ADD COLUMN     "proposal_id" TEXT;

-- CreateTable
CREATE TABLE "schema_proposal" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "approvals" JSONB NOT NULL DEFAULT '[]',
    "comments" JSONB NOT NULL DEFAULT '[]',
    "proposed" JSONB NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "rejected" JSONB,
    "rejected_because" TEXT,
    "version_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,

    CONSTRAINT "schema_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "schema_proposal_proposed_at_id_idx" ON "schema_proposal"("proposed_at", "id");
