-- That a sample had borne the label of another, whose purchase it was thought to be of (更正样品标签).
ALTER TABLE "sample" ADD COLUMN "relabellings" JSONB NOT NULL DEFAULT '[]';
