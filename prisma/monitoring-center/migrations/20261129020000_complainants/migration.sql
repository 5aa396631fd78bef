-- Who complained (投诉人, 5.1.1 a): apart from the matter, encrypted per person, erased at the end of its time or on request (5.4.3 d).
CREATE TABLE "complainant" (
    "id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "risk_information_number" TEXT NOT NULL,
    "sealed" TEXT,
    "content_hash" TEXT NOT NULL,
    "taken" JSONB NOT NULL,
    "kept_until" TIMESTAMPTZ(3) NOT NULL,
    "erased" JSONB,
    "erasure_reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "complainant_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "complainant_document_key" ON "complainant"("document");
CREATE INDEX "complainant_state_kept_until_idx" ON "complainant"("state", "kept_until");
