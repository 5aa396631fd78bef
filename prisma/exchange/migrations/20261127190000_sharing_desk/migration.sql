-- CreateTable
CREATE TABLE "sharing_request" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "application" TEXT NOT NULL,
    "applicant_id" TEXT NOT NULL,
    "fields" TEXT[],
    "subject_type" TEXT,
    "subject_id" TEXT,
    "purpose" TEXT NOT NULL,
    "explanation" TEXT,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "requested" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "extension_reason" TEXT,
    "authority_id" TEXT,
    "escalated_at" TIMESTAMPTZ(3),
    "decided" JSONB,
    "refusal_ground" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "sharing_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sharing_grant" (
    "id" TEXT NOT NULL,
    "request_id" TEXT,
    "grantee_id" TEXT NOT NULL,
    "fields" TEXT[],
    "purpose" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "granted" JSONB NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn" JSONB,
    "withdrawal_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "sharing_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_closing" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "coordinate" TEXT NOT NULL,
    "closed_holder" TEXT,
    "ground_kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "closed" JSONB NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirm_by" TIMESTAMPTZ(3) NOT NULL,
    "confirmed" JSONB,
    "reopened" JSONB,
    "reopening_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "field_closing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sharing_request_number_key" ON "sharing_request"("number");

-- CreateIndex
CREATE INDEX "sharing_request_application_idx" ON "sharing_request"("application");

-- CreateIndex
CREATE INDEX "sharing_request_holder_requested_at_id_idx" ON "sharing_request"("holder", "requested_at", "id");

-- CreateIndex
CREATE INDEX "sharing_request_concerned_idx" ON "sharing_request" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "sharing_request_state_due_at_idx" ON "sharing_request"("state", "due_at");

-- CreateIndex
CREATE INDEX "sharing_request_requested_at_id_idx" ON "sharing_request"("requested_at", "id");

-- CreateIndex
CREATE INDEX "sharing_grant_request_id_idx" ON "sharing_grant"("request_id");

-- CreateIndex
CREATE INDEX "sharing_grant_holder_granted_at_id_idx" ON "sharing_grant"("holder", "granted_at", "id");

-- CreateIndex
CREATE INDEX "sharing_grant_concerned_idx" ON "sharing_grant" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "sharing_grant_state_until_idx" ON "sharing_grant"("state", "until");

-- CreateIndex
CREATE INDEX "sharing_grant_granted_at_id_idx" ON "sharing_grant"("granted_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "field_closing_number_key" ON "field_closing"("number");

-- CreateIndex
CREATE INDEX "field_closing_coordinate_idx" ON "field_closing"("coordinate");

-- CreateIndex
CREATE INDEX "field_closing_holder_idx" ON "field_closing"("holder");

-- CreateIndex
CREATE INDEX "field_closing_closed_at_id_idx" ON "field_closing"("closed_at", "id");

-- CreateIndex
CREATE INDEX "field_closing_concerned_idx" ON "field_closing" USING GIN ("concerned");

-- AddForeignKey
ALTER TABLE "sharing_grant" ADD CONSTRAINT "sharing_grant_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "sharing_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;
