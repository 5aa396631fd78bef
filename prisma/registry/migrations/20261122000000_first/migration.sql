-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL,
    "parent_code" TEXT,
    "successors" TEXT[],
    "holder" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "code_list" (
    "name" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_list_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "schema_version" (
    "id" TEXT NOT NULL,
    "subgraph" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "schema_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schema_text" (
    "content_hash" TEXT NOT NULL,
    "sdl" TEXT NOT NULL,

    CONSTRAINT "schema_text_pkey" PRIMARY KEY ("content_hash")
);

-- CreateIndex
CREATE INDEX "region_parent_code_code_idx" ON "region"("parent_code", "code");

-- CreateIndex
CREATE INDEX "schema_version_published_at_id_idx" ON "schema_version"("published_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "schema_version_subgraph_version_key" ON "schema_version"("subgraph", "version");

