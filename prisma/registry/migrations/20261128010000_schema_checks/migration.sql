-- Who published a version and why, what it was checked by and is composed of; checks; tokens by which owners publish (5.4.3 c).

-- AlterTable
ALTER TABLE "schema_version" ADD COLUMN     "attestation" TEXT,
ADD COLUMN     "check_id" TEXT,
ADD COLUMN     "composed_of_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "promoted_from_id" TEXT,
ADD COLUMN     "published" JSONB,
ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "schema_check" (
    "id" TEXT NOT NULL,
    "subgraph" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "checked" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "schema_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_token" (
    "id" TEXT NOT NULL,
    "subgraph" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "issued" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "holder" TEXT NOT NULL,

    CONSTRAINT "registry_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "schema_check_checked_at_id_idx" ON "schema_check"("checked_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "registry_token_token_hash_key" ON "registry_token"("token_hash");

-- CreateIndex
CREATE INDEX "registry_token_issued_at_id_idx" ON "registry_token"("issued_at", "id");
