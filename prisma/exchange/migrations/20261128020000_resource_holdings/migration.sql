-- CreateTable
CREATE TABLE "resource_holding" (
    "type" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "records" BIGINT,
    "counted_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "resource_holding_pkey" PRIMARY KEY ("type","holder")
);

-- What the feed has heard before.
INSERT INTO "resource_holding" ("type", "holder", "changed_at")
SELECT "subject_type", "holder", max("occurred_at") FROM "exchange_event" GROUP BY "subject_type", "holder";
