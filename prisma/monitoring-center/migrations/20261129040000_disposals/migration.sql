-- How samples that are needed no more were disposed of, and who bore witness (样品处置).
ALTER TABLE "sample" ADD COLUMN "disposals" JSONB NOT NULL DEFAULT '[]';
