-- CreateTable
CREATE TABLE "lab" (
    "id" TEXT NOT NULL,
    "cma" JSONB NOT NULL,
    "cnas" JSONB,
    "scope" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lab_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commission_acceptance" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "center_id" TEXT NOT NULL,
    "agreed_due_at" TIMESTAMPTZ(3) NOT NULL,
    "test_items" JSONB NOT NULL,
    "samples" JSONB NOT NULL,
    "blind" BOOLEAN NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "answered" JSONB,
    "promised_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "commission_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_report" (
    "id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "commission_id" TEXT NOT NULL,
    "sample_id" TEXT NOT NULL,
    "results" JSONB NOT NULL,
    "conclusion" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "signature" TEXT NOT NULL,
    "prepared_by" TEXT NOT NULL,
    "reviewed_by" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "inspection_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "lab_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_jwe" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateIndex
CREATE INDEX "lab_scope_idx" ON "lab" USING GIN ("scope" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "commission_acceptance_holder_received_at_id_idx" ON "commission_acceptance"("holder", "received_at", "id");

-- CreateIndex
CREATE INDEX "commission_acceptance_received_at_id_idx" ON "commission_acceptance"("received_at", "id");

-- CreateIndex
CREATE INDEX "commission_acceptance_concerned_idx" ON "commission_acceptance" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "inspection_report_commission_id_idx" ON "inspection_report"("commission_id");

-- CreateIndex
CREATE INDEX "inspection_report_sample_id_idx" ON "inspection_report"("sample_id");

-- CreateIndex
CREATE INDEX "inspection_report_holder_issued_at_id_idx" ON "inspection_report"("holder", "issued_at", "id");

-- CreateIndex
CREATE INDEX "inspection_report_issued_at_id_idx" ON "inspection_report"("issued_at", "id");

-- CreateIndex
CREATE INDEX "inspection_report_concerned_idx" ON "inspection_report" USING GIN ("concerned");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_report_holder_number_key" ON "inspection_report"("holder", "number");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_report_document_version_key" ON "inspection_report"("document", "version");

-- CreateIndex
CREATE UNIQUE INDEX "signing_key_lab_id_user_id_key" ON "signing_key"("lab_id", "user_id");

