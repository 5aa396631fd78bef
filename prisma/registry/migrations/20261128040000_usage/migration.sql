-- What operations gateways were asked, by whom and how often, day by day (5.4.3 c).

-- AlterTable
ALTER TABLE "schema_check" ADD COLUMN     "affected" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "used_operation" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "signature" TEXT,
    "coordinates" TEXT[],

    CONSTRAINT "used_operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_use" (
    "day" DATE NOT NULL,
    "operation_id" INTEGER NOT NULL,
    "party_id" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "requests" BIGINT NOT NULL,

    CONSTRAINT "operation_use_pkey" PRIMARY KEY ("day","operation_id","party_id","client")
);

-- CreateTable
CREATE TABLE "usage_day" (
    "day" DATE NOT NULL,
    "unrecorded" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "usage_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "usage_report" (
    "id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "used_operation_hash_key" ON "used_operation"("hash");

-- CreateIndex
CREATE INDEX "used_operation_coordinates_idx" ON "used_operation" USING GIN ("coordinates");

-- CreateIndex
CREATE INDEX "operation_use_operation_id_day_idx" ON "operation_use"("operation_id", "day");

-- CreateIndex
CREATE INDEX "usage_report_taken_at_idx" ON "usage_report"("taken_at");

-- AddForeignKey
ALTER TABLE "operation_use" ADD CONSTRAINT "operation_use_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "used_operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
