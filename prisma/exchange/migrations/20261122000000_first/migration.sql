-- CreateTable
CREATE TABLE "participant" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT,
    "name" TEXT NOT NULL,
    "uscc" TEXT,
    "region_code" TEXT NOT NULL,
    "admitted_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant_user" (
    "id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "active" BOOLEAN NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],

    CONSTRAINT "participant_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_feed_head" (
    "only_row" BOOLEAN NOT NULL DEFAULT true,
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "exchange_feed_head_pkey" PRIMARY KEY ("only_row")
);

-- CreateTable
CREATE TABLE "exchange_event" (
    "id" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "owner" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "caused_by" TEXT[],
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "seller_region" TEXT,
    "producer_region" TEXT,
    "platform_region" TEXT,
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "exchange_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty" (
    "id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],

    CONSTRAINT "duty_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "participant_name_id_idx" ON "participant"("name", "id");

-- CreateIndex
CREATE INDEX "participant_user_participant_id_idx" ON "participant_user"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_event_position_key" ON "exchange_event"("position");

-- CreateIndex
CREATE INDEX "exchange_event_subject_id_position_idx" ON "exchange_event"("subject_id", "position");

-- CreateIndex
CREATE INDEX "exchange_event_kind_position_idx" ON "exchange_event"("kind", "position");

-- CreateIndex
CREATE INDEX "exchange_event_subject_type_position_idx" ON "exchange_event"("subject_type", "position");

-- CreateIndex
CREATE INDEX "exchange_event_holder_position_idx" ON "exchange_event"("holder", "position");

-- CreateIndex
CREATE INDEX "exchange_event_concerned_idx" ON "exchange_event" USING GIN ("concerned");

-- CreateIndex
CREATE INDEX "duty_due_at_id_idx" ON "duty"("due_at", "id");

-- CreateIndex
CREATE INDEX "duty_holder_due_at_id_idx" ON "duty"("holder", "due_at", "id");

-- CreateIndex
CREATE INDEX "duty_concerned_idx" ON "duty" USING GIN ("concerned");

-- AddForeignKey
ALTER TABLE "participant_user" ADD CONSTRAINT "participant_user_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- There is exactly one head of the feed.
ALTER TABLE "exchange_feed_head" ADD CONSTRAINT "exchange_feed_head_only_row" CHECK ("only_row");
INSERT INTO "exchange_feed_head" DEFAULT VALUES;
