-- Under which id the manifest of a client has a registered operation, where that is not the hash of its text (5.4.3 c).

-- AlterTable
ALTER TABLE "persisted_operation" ADD COLUMN "manifest_id" TEXT;
