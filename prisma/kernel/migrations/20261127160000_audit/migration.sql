-- The audit log of this owner (5.4.3 d): what comes in, what is sealed, and the seals.

-- Entries that were written before their answers left, waiting to be sealed.
CREATE TABLE kernel.audit_arrival (
  arrival bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry   text NOT NULL,
  -- HMAC-SHA-256 under the hub's audit key: nobody else can put an entry in the way of the sealer.
  mac     text NOT NULL
);

-- Canonical JSON, and the hash over it, its position and the hash before. Positions are dense from 1.
CREATE TABLE kernel.audit_entry (
  position bigint PRIMARY KEY,
  entry    text NOT NULL,
  hash     text NOT NULL
);

-- The coordinates that an operation's document selects, once for all entries that name them by their hash.
CREATE TABLE kernel.audit_selection (
  hash        text PRIMARY KEY,
  coordinates text NOT NULL
);

-- The signed end of each batch that was sealed.
CREATE TABLE kernel.audit_checkpoint (
  position  bigint PRIMARY KEY,
  id        uuid NOT NULL UNIQUE,
  first     bigint NOT NULL,
  previous  text NOT NULL,
  hash      text NOT NULL,
  at        timestamptz(3) NOT NULL,
  signature text NOT NULL
);

-- The signed leave to begin after a checkpoint: what was before it was kept for as long as it had to be.
CREATE TABLE kernel.audit_cut (
  position  bigint PRIMARY KEY,
  hash      text NOT NULL,
  at        timestamptz(3) NOT NULL,
  signature text NOT NULL
);
