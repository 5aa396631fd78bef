-- An assessment rests on records, of which there was one until now.
ALTER TABLE "assessment"
ADD COLUMN     "cluster_id" TEXT,
ADD COLUMN     "dismissals" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "record_ids" TEXT[];
UPDATE "assessment" SET "record_ids" = ARRAY["risk_information_id"];
DROP INDEX "assessment_risk_information_id_idx";
ALTER TABLE "assessment" DROP COLUMN "risk_information_id";

-- AlterTable
ALTER TABLE "risk_information" ADD COLUMN     "cluster_id" TEXT;

-- CreateTable
CREATE TABLE "risk_cluster" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "hazard_item" TEXT NOT NULL,
    "merged_into_id" TEXT,
    "history" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "risk_cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_notice" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "assessment_id" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "hazard_item" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "addressee_id" TEXT,
    "addressee_name" TEXT NOT NULL,
    "addressee_kind" TEXT NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "sent" JSONB NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" JSONB,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "risk_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "risk_cluster_number_key" ON "risk_cluster"("number");

-- CreateIndex
CREATE INDEX "risk_cluster_opened_at_id_idx" ON "risk_cluster"("opened_at", "id");

-- CreateIndex
CREATE INDEX "risk_cluster_product_name_trgm" ON "risk_cluster" USING GIN ("product_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "risk_cluster_hazard_item_trgm" ON "risk_cluster" USING GIN ("hazard_item" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "risk_notice_number_key" ON "risk_notice"("number");

-- CreateIndex
CREATE INDEX "risk_notice_assessment_id_idx" ON "risk_notice"("assessment_id");

-- CreateIndex
CREATE INDEX "risk_notice_sent_at_id_idx" ON "risk_notice"("sent_at", "id");

-- CreateIndex
CREATE INDEX "risk_notice_concerned_idx" ON "risk_notice" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "assessment_record_ids_idx" ON "assessment" USING GIN ("record_ids");

-- CreateIndex
CREATE INDEX "assessment_cluster_id_idx" ON "assessment"("cluster_id");

-- CreateIndex
CREATE INDEX "risk_information_cluster_id_idx" ON "risk_information"("cluster_id");
