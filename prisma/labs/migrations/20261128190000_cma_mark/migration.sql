-- AlterTable
ALTER TABLE "inspection_report" ADD COLUMN     "cma_mark" TEXT;
