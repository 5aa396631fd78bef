-- Who may act for whom, in which role and until when (代办), as the exchange tells it. As with the decisions of the sharing desk, only what
-- was told in the epoch of its log that is being read counts.
CREATE TABLE kernel.delegation (
  id           text PRIMARY KEY,
  delegator_id text        NOT NULL,
  delegate_id  text        NOT NULL,
  role         text        NOT NULL,
  begins_at    timestamptz NOT NULL,
  until        timestamptz NOT NULL,
  epoch        uuid
);
CREATE INDEX delegation_delegate_id_idx ON kernel.delegation (delegate_id);
