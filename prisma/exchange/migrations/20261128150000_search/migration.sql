-- CreateTable
CREATE TABLE "search_entry" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "facets" TEXT[],
    "vector" tsvector NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_text" (
    "id" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "stamps" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "search_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_due" (
    "position" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "id" TEXT NOT NULL,

    CONSTRAINT "search_due_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "search_walk" (
    "type" TEXT NOT NULL,
    "after" TEXT,
    "format" INTEGER NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "search_walk_pkey" PRIMARY KEY ("type")
);

-- CreateTable
CREATE TABLE "search_terms" (
    "coordinate" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "terms" JSONB NOT NULL,

    CONSTRAINT "search_terms_pkey" PRIMARY KEY ("coordinate")
);

-- CreateTable
CREATE TABLE "search_spelling" (
    "word" TEXT NOT NULL,
    "codes" TEXT[],
    "deletions" TEXT[],

    CONSTRAINT "search_spelling_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "search_entry_vector_idx" ON "search_entry" USING GIN ("vector" tsvector_ops) WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "search_entry_day_id_idx" ON "search_entry"("day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "search_entry_type_id_idx" ON "search_entry"("type", "id");

-- CreateIndex
CREATE INDEX "search_spelling_deletions_idx" ON "search_spelling" USING GIN ("deletions");


-- What is found is taken from the index of words alone: the words themselves lie apart, so that a page of the table has many entries.
ALTER TABLE "search_entry" ALTER COLUMN "vector" SET STORAGE EXTERNAL;
ALTER TABLE "search_entry" SET (toast_tuple_target = 128);
