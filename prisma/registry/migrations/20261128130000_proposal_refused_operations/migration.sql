-- Which registered operations a proposal would have refused (5.4.3 c).

-- AlterTable
ALTER TABLE "schema_proposal" ADD COLUMN "refused_operations" JSONB NOT NULL DEFAULT '[]';
