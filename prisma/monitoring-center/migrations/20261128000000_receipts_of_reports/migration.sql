-- CreateTable
CREATE TABLE "lab_signing_key" (
    "id" TEXT NOT NULL,
    "lab_id" TEXT NOT NULL,
    "public_jwk" JSONB,
    "revoked_at" TIMESTAMPTZ(3),
    "revocation_reason" TEXT,

    CONSTRAINT "lab_signing_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_receipt" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "lab_id" TEXT NOT NULL,
    "commission_id" TEXT NOT NULL,
    "sample_id" TEXT NOT NULL,
    "signing_key_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "receipt_key_id" TEXT NOT NULL,
    "refusal_code" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_key" (
    "id" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "first_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_receipt_signing_key_id_idx" ON "report_receipt"("signing_key_id");

-- CreateIndex
CREATE INDEX "report_receipt_concerned_idx" ON "report_receipt" USING GIN ("concerned");
