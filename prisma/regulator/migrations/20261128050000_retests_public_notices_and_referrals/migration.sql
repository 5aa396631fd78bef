-- CreateTable
CREATE TABLE "retest" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "objection_id" TEXT NOT NULL,
    "monitoring_data_id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "conclusion" TEXT,
    "new_monitoring_data_id" TEXT,
    "impossible_reason" TEXT,
    "concluded_at" TIMESTAMPTZ(3),
    "ordered" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "retest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retest_number_key" ON "retest"("number");

-- CreateIndex
CREATE INDEX "retest_objection_id_idx" ON "retest"("objection_id");

-- CreateIndex
CREATE INDEX "retest_document_idx" ON "retest"("document");

-- CreateIndex
CREATE INDEX "retest_holder_ordered_at_idx" ON "retest"("holder", "ordered_at");

-- CreateIndex
CREATE INDEX "retest_concerned_idx" ON "retest" USING GIN ("concerned");

-- CreateTable
CREATE TABLE "public_notice" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "regulator_name" TEXT NOT NULL,
    "monitoring_data_ids" TEXT[],
    "products" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "withdraw_reason" TEXT,
    "published" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "public_notice_number_key" ON "public_notice"("number");

-- CreateIndex
CREATE INDEX "public_notice_published_at_id_idx" ON "public_notice"("published_at", "id");

-- CreateTable
CREATE TABLE "case_referral" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "handling_id" TEXT NOT NULL,
    "recipient_id" TEXT,
    "recipient_name" TEXT NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "referred_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "reply" JSONB,
    "withdraw_reason" TEXT,
    "referred" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_referral_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "case_referral_number_key" ON "case_referral"("number");

-- CreateIndex
CREATE INDEX "case_referral_handling_id_idx" ON "case_referral"("handling_id");

-- CreateIndex
CREATE INDEX "case_referral_holder_referred_at_idx" ON "case_referral"("holder", "referred_at");

-- CreateIndex
CREATE INDEX "case_referral_concerned_idx" ON "case_referral" USING GIN ("concerned");
