-- Operations that clients were built with (5.4.3 c), and which of them a check has found that they would be refused.

-- CreateTable
CREATE TABLE "persisted_operation" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "registered" JSONB NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "safelisted_at" TIMESTAMPTZ(3),
    "retired" JSONB,
    "retired_at" TIMESTAMPTZ(3),
    "retired_because" TEXT,
    "holder" TEXT NOT NULL,

    CONSTRAINT "persisted_operation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "persisted_operation_registered_at_id_idx" ON "persisted_operation"("registered_at", "id");

-- AlterTable
ALTER TABLE "schema_check" ADD COLUMN "refused_operations" JSONB NOT NULL DEFAULT '[]';
