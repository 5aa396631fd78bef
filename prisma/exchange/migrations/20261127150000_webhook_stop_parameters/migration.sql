-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "stopped_parameters" JSONB;
