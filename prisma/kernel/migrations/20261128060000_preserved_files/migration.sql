-- What this owner has preserved of files (存证, 5.2.4 a): which came, which were named and by what, and the time stamps. Sealed as the audit log is, and kept for good.

-- Entries that were written with what they tell of, waiting to be sealed.
CREATE TABLE kernel.preserved_arrival (
  arrival bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry   text NOT NULL,
  -- HMAC-SHA-256 under the hub's audit key: nobody else can put an entry in the way of the sealer.
  mac     text NOT NULL
);

-- Canonical JSON, and the hash over its digest, its position and the hash before. Positions are dense from 1.
CREATE TABLE kernel.preserved_entry (
  position bigint PRIMARY KEY,
  entry    text NOT NULL,
  hash     text NOT NULL
);

-- The signed end of each batch that was sealed.
CREATE TABLE kernel.preserved_checkpoint (
  position  bigint PRIMARY KEY,
  id        uuid NOT NULL UNIQUE,
  first     bigint NOT NULL,
  previous  text NOT NULL,
  hash      text NOT NULL,
  at        timestamptz(3) NOT NULL,
  signature text NOT NULL
);
