-- CreateTable
CREATE TABLE "data_correction" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "requester_id" TEXT NOT NULL,
    "fields" TEXT[],
    "owner" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "proposal" TEXT NOT NULL,
    "evidence" TEXT,
    "requested" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "held_by" TEXT,
    "secret" BOOLEAN NOT NULL DEFAULT false,
    "due_at" TIMESTAMPTZ(3),
    "extension_reason" TEXT,
    "answered" JSONB,
    "answer" TEXT,
    "corrected_by" TEXT,
    "corrected_at" TIMESTAMPTZ(3),
    "readers_asked_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "data_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_notice" (
    "id" TEXT NOT NULL,
    "correction_id" TEXT NOT NULL,
    "fields" TEXT[],
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "correction_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_comment" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "commenter_id" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "commented" JSONB NOT NULL,
    "commented_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "answered" JSONB,
    "answer" TEXT,
    "row_id" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "data_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commented_row" (
    "id" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "seller_region" TEXT,
    "producer_region" TEXT,
    "platform_region" TEXT,
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "commented_row_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "data_correction_number_key" ON "data_correction"("number");

-- CreateIndex
CREATE INDEX "data_correction_holder_requested_at_id_idx" ON "data_correction"("holder", "requested_at", "id");

-- CreateIndex
CREATE INDEX "data_correction_concerned_idx" ON "data_correction" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "data_correction_state_requested_at_idx" ON "data_correction"("state", "requested_at");

-- CreateIndex
CREATE INDEX "data_correction_requested_at_id_idx" ON "data_correction"("requested_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "correction_notice_correction_id_holder_key" ON "correction_notice"("correction_id", "holder");

-- CreateIndex
CREATE INDEX "correction_notice_holder_corrected_at_id_idx" ON "correction_notice"("holder", "corrected_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "data_comment_number_key" ON "data_comment"("number");

-- CreateIndex
CREATE INDEX "data_comment_subject_id_commented_at_idx" ON "data_comment"("subject_id", "commented_at");

-- CreateIndex
CREATE INDEX "data_comment_row_id_idx" ON "data_comment"("row_id");

-- CreateIndex
CREATE INDEX "data_comment_commented_at_id_idx" ON "data_comment"("commented_at", "id");

-- CreateIndex
CREATE INDEX "commented_row_subject_id_idx" ON "commented_row"("subject_id");

-- AddForeignKey
ALTER TABLE "data_comment" ADD CONSTRAINT "data_comment_row_id_fkey" FOREIGN KEY ("row_id") REFERENCES "commented_row"("id") ON DELETE SET NULL ON UPDATE CASCADE;
