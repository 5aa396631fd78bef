-- A key belongs to its lab as any row does, and has a life: in force, rotated, revoked.
ALTER TABLE "signing_key" RENAME COLUMN "lab_id" TO "holder";
ALTER TABLE "signing_key" RENAME COLUMN "created_at" TO "issued_at";
ALTER TABLE "signing_key" RENAME COLUMN "private_jwe" TO "kept";

-- AlterTable
ALTER TABLE "signing_key" ADD COLUMN     "concerned" TEXT[],
ADD COLUMN     "signer" TEXT NOT NULL DEFAULT 'built-in',
ADD COLUMN     "replaced_by_id" TEXT,
ADD COLUMN     "signs_until" TIMESTAMPTZ(3),
ADD COLUMN     "revoked_at" TIMESTAMPTZ(3),
ADD COLUMN     "revocation_reason" TEXT,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'IN_FORCE',
ADD COLUMN     "reached" TEXT[] DEFAULT ARRAY['IN_FORCE'],
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "kept" DROP NOT NULL;

-- Of keys from before.
UPDATE "signing_key" SET "concerned" = '{}';
ALTER TABLE "signing_key" ALTER COLUMN "state" DROP DEFAULT,
ALTER COLUMN "reached" DROP DEFAULT,
ALTER COLUMN "signer" DROP DEFAULT;

-- DropIndex
DROP INDEX "signing_key_lab_id_user_id_key";

-- One key of a signatory is in force; of two made at once one stays.
CREATE UNIQUE INDEX "signing_key_in_force" ON "signing_key"("holder", "user_id") WHERE "state" = 'IN_FORCE';

-- CreateIndex
CREATE INDEX "signing_key_holder_issued_at_id_idx" ON "signing_key"("holder", "issued_at", "kid");

-- CreateIndex
CREATE INDEX "signing_key_issued_at_id_idx" ON "signing_key"("issued_at", "kid");

-- CreateIndex
CREATE INDEX "signing_key_concerned_idx" ON "signing_key" USING GIN ("concerned");

-- AlterTable
ALTER TABLE "inspection_report" ADD COLUMN     "signing_key_id" TEXT;

-- The key stands in the header of what it signed (RFC 7515 §4.1.4).
UPDATE "inspection_report" SET "signing_key_id" =
  convert_from(decode(rpad(translate(header, '-_', '+/'), (length(header) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb ->> 'kid'
FROM (SELECT "id" AS report_id, split_part("signature", '.', 1) AS header FROM "inspection_report" WHERE "signature" LIKE 'eyJ%.%.%') AS signed
WHERE "id" = report_id;
