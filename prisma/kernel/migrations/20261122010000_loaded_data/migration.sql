-- Which collections of first data were loaded whole, and what they were made from; one that changes is loaded again.
CREATE TABLE kernel.loaded_data (
  name        text PRIMARY KEY,
  fingerprint text NOT NULL,
  summary     text NOT NULL,
  loaded_at   timestamptz NOT NULL DEFAULT now()
);
