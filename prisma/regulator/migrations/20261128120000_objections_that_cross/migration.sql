-- DropIndex
DROP INDEX "objection_notice_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "objection_notice_id_on_behalf_key" ON "objection"("notice_id", "on_behalf");
