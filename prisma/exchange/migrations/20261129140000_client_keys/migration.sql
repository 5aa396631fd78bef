-- Keys by which a party's own systems sign their tokens (系统密钥).
CREATE TABLE "client_key" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "issued" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "usable_until" TIMESTAMPTZ(3),
    "replaced_by_id" TEXT,
    "revoked" JSONB,
    "revocation_reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "client_key_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "client_key_user_id_idx" ON "client_key"("user_id");
CREATE INDEX "client_key_issued_at_id_idx" ON "client_key"("issued_at", "id");
CREATE INDEX "client_key_holder_issued_at_id_idx" ON "client_key"("holder", "issued_at", "id");
ALTER TABLE "client_key" ADD CONSTRAINT "client_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "participant_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
