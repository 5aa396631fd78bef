-- Code lists become versions; the table that noted which file was loaded gives its name away.
ALTER TABLE "code_list" RENAME TO "loaded_list";
ALTER TABLE "loaded_list" RENAME CONSTRAINT "code_list_pkey" TO "loaded_list_pkey";

-- CreateTable
CREATE TABLE "code_list" (
    "id" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "current_id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "code_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_list_version" (
    "id" TEXT NOT NULL,
    "list_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "code_list_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_list_content" (
    "content_hash" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "code_list_content_pkey" PRIMARY KEY ("content_hash")
);

-- CreateTable
CREATE TABLE "code" (
    "id" TEXT NOT NULL,
    "list_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "parent_id" TEXT,
    "successor_ids" TEXT[],
    "properties" JSONB NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "code_list_version_list_id_version_key" ON "code_list_version"("list_id", "version");

-- CreateIndex
CREATE INDEX "code_list_version_published_at_id_idx" ON "code_list_version"("published_at", "id");

-- CreateIndex
CREATE INDEX "code_list_id_code_idx" ON "code"("list_id", "code");
