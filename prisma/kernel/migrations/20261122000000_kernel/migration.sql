-- What every owner's database has besides its own tables: the log, the inbox, receipts of acts, duties, and the replica
-- of the members of the exchange. Applied in the schema "kernel".

CREATE SCHEMA IF NOT EXISTS kernel;

-- One row. A position is taken from it as a transaction's last statement: dense and in commit order.
CREATE TABLE kernel.log_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch    uuid   NOT NULL DEFAULT gen_random_uuid(),
  position bigint NOT NULL DEFAULT 0
);
INSERT INTO kernel.log_head DEFAULT VALUES;

CREATE TABLE kernel.event (
  position     bigint PRIMARY KEY,
  id           uuid NOT NULL UNIQUE,
  kind         text NOT NULL,
  subject_type text NOT NULL,
  subject_id   text NOT NULL,
  occurred_at  timestamptz NOT NULL,
  actor        jsonb,
  caused_by    text[] NOT NULL,
  stamps       jsonb NOT NULL,
  receivers    text[] NOT NULL,
  -- What each receiver is told, by receiver.
  payloads     jsonb NOT NULL
);

-- How far this owner has read the log of each other.
CREATE TABLE kernel.inbox_cursor (
  source   text PRIMARY KEY,
  epoch    uuid NOT NULL,
  position bigint NOT NULL,
  heard_at timestamptz NOT NULL
);

-- Events taken in: the same event again, in a new epoch, changes nothing.
CREATE TABLE kernel.inbox_event (
  source   text NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (source, event_id)
);

CREATE TABLE kernel.act_receipt (
  party_id        text NOT NULL,
  act             text NOT NULL,
  idempotency_key text NOT NULL,
  input_hash      text NOT NULL,
  value_id        text,
  detail          text,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (party_id, act, idempotency_key)
);

CREATE TABLE kernel.duty (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL,
  subject_type text NOT NULL,
  subject_id   text NOT NULL,
  party_id     text NOT NULL,
  role         text NOT NULL,
  concerned    text[] NOT NULL,
  cause        text NOT NULL,
  opened_at    timestamptz NOT NULL,
  due_at       timestamptz NOT NULL,
  closed_at    timestamptz,
  closed_by    text
);
CREATE INDEX duty_open ON kernel.duty (kind, subject_id) WHERE closed_at IS NULL;

CREATE TABLE kernel.participant (
  id          text PRIMARY KEY,
  kind        text NOT NULL,
  level       text,
  name        text NOT NULL,
  uscc        text,
  region_code text NOT NULL,
  state       text NOT NULL
);

CREATE TABLE kernel.participant_user (
  id             text PRIMARY KEY,
  participant_id text NOT NULL,
  roles          text[] NOT NULL,
  active         boolean NOT NULL
);

-- Business numbers (编号): one counter per series and year, taken inside the transaction that uses the number.
CREATE TABLE kernel.number_series (
  series text NOT NULL,
  year   integer NOT NULL,
  last   integer NOT NULL,
  PRIMARY KEY (series, year)
);
