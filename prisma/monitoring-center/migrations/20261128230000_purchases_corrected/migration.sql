-- What a purchase said of its seller before it was corrected, and why (更正购样记录).
ALTER TABLE "purchase" ADD COLUMN "corrections" JSONB NOT NULL DEFAULT '[]';
