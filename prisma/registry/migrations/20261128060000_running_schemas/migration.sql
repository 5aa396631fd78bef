-- Versions that are not to be brought back, and what the services of the hub have of the schemas (5.4.3 c).

-- AlterTable
ALTER TABLE "schema_version" ADD COLUMN     "retired" JSONB,
ADD COLUMN     "retired_because" TEXT;

-- CreateTable
CREATE TABLE "running_schema" (
    "service" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "subgraph" TEXT NOT NULL,
    "content_hash" TEXT,
    "built_hash" TEXT,
    "differing" INTEGER,
    "heard_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "running_schema_pkey" PRIMARY KEY ("service","instance")
);
