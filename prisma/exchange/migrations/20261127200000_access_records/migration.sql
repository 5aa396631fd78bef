-- CreateTable
CREATE TABLE "access_record" (
    "id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "user_id" TEXT NOT NULL,
    "party_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "purpose" TEXT,
    "kind" TEXT NOT NULL,
    "request" TEXT,
    "position" BIGINT NOT NULL,
    "entry" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "types" TEXT[],
    "filtered_by" TEXT[],
    "refused" JSONB NOT NULL,
    "is_refused" BOOLEAN NOT NULL,
    "acts" JSONB NOT NULL,
    "selection" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "access_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_selection" (
    "hash" TEXT NOT NULL,
    "coordinates" TEXT[],

    CONSTRAINT "access_selection_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "audit_witness" (
    "owner" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "broken_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_witness_pkey" PRIMARY KEY ("owner")
);

-- CreateTable
CREATE TABLE "embargo" (
    "subject_id" TEXT NOT NULL,
    "parties" TEXT[],
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "embargo_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "working_for" (
    "party_id" TEXT NOT NULL,
    "principal" TEXT NOT NULL,

    CONSTRAINT "working_for_pkey" PRIMARY KEY ("party_id","principal")
);

-- CreateIndex
CREATE INDEX "access_record_at_id_idx" ON "access_record"("at", "id");

-- CreateIndex
CREATE INDEX "access_record_holder_at_id_idx" ON "access_record"("holder", "at", "id");

-- CreateIndex
CREATE INDEX "access_record_state_party_id_at_idx" ON "access_record"("state", "party_id", "at");

-- CreateIndex
CREATE INDEX "access_record_selection_idx" ON "access_record"("selection");

-- CreateIndex
CREATE INDEX "access_selection_coordinates_idx" ON "access_selection" USING GIN ("coordinates");

-- CreateIndex
CREATE INDEX "embargo_ended_at_idx" ON "embargo"("ended_at");

-- AddForeignKey
ALTER TABLE "access_record" ADD CONSTRAINT "access_record_selection_fkey" FOREIGN KEY ("selection") REFERENCES "access_selection"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Plans and cases that were begun before are secret too, and labs work for centres already (5.2.2): the feed has heard of them.
INSERT INTO "embargo" ("subject_id", "parties", "opened_at", "ended_at")
SELECT e.subject_id, array_agg(DISTINCT party), min(e.occurred_at), max(ending.occurred_at)
FROM "exchange_event" e
CROSS JOIN LATERAL unnest(e.holder || e.concerned) AS party
LEFT JOIN "exchange_event" ending ON ending.owner = 'regulator' AND ending.subject_id = e.subject_id
    AND ending.kind IN ('MonitoringPlanCancelled', 'MonitoringPlanCompleted', 'HazardHandlingClosed')
WHERE e.owner = 'regulator' AND e.kind IN ('MonitoringPlanDrafted', 'MonitoringPlanIssued', 'HazardHandlingOpened')
GROUP BY e.subject_id;

INSERT INTO "working_for" ("party_id", "principal")
SELECT DISTINCT party, e.holder
FROM "exchange_event" e CROSS JOIN LATERAL unnest(e.concerned) AS party
WHERE e.owner = 'monitoring-center' AND e.kind = 'InspectionCommissioned';
