-- Which claims of the identity provider give which roles of a party (角色映射).
CREATE TABLE "role_mapping" (
    "id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "token_claim" TEXT NOT NULL,
    "claim_value" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "recorded" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed" JSONB,
    "removal_reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "role_mapping_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "role_mapping_participant_id_recorded_at_id_idx" ON "role_mapping"("participant_id", "recorded_at", "id");
ALTER TABLE "role_mapping" ADD CONSTRAINT "role_mapping_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
