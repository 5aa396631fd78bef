-- Names of users are encrypted per person (5.4.3 d). What stands in the clear is encrypted at the next start, which has the key.
ALTER TABLE "participant_user" ALTER COLUMN "name" DROP NOT NULL;
ALTER TABLE "participant_user" ADD COLUMN "sealed_name" TEXT;
ALTER TABLE "participant_user" ADD COLUMN "kept_until" TIMESTAMPTZ(3);
ALTER TABLE "participant_user" ADD COLUMN "erased" JSONB;
ALTER TABLE "participant_user" ADD COLUMN "erasure_reason" TEXT;
CREATE INDEX "participant_user_kept_until_idx" ON "participant_user"("kept_until");
ALTER TABLE "membership_application" ALTER COLUMN "administrator_name" DROP NOT NULL;
ALTER TABLE "membership_application" ADD COLUMN "sealed_administrator_name" TEXT;
