-- Questions of the exchange who may read a row, until they are answered: beside the inbox, so that none holds back a grant or a closing (5.4.3 c).

CREATE TABLE kernel.row_reading (
  position   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id   uuid NOT NULL UNIQUE,
  subject_id text NOT NULL,
  asked      jsonb NOT NULL,
  -- How often it failed, and when it is tried next.
  failures   integer NOT NULL DEFAULT 0,
  next_at    timestamptz(3) NOT NULL DEFAULT now()
);
