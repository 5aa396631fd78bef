-- What a check found may be approved, by whom it concerns, for just the text that was checked (5.4.3 a).

-- AlterTable
ALTER TABLE "schema_check" ADD COLUMN     "approvals" JSONB NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "schema_check_content_hash_idx" ON "schema_check"("content_hash");
