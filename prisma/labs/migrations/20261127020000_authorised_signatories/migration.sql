-- AlterTable
ALTER TABLE "lab" ADD COLUMN     "signatories" JSONB;
