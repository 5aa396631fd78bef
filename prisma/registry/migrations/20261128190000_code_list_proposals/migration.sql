-- Code lists that are proposed as schemas are (5.4.3 c), and the proposal that a version of a list was published from.

-- AlterTable
ALTER TABLE "schema_proposal" ADD COLUMN "code_lists" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "code_list_version_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "code_list_version" ADD COLUMN "proposal_id" TEXT;
