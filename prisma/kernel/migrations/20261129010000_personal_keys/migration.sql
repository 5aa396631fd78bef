-- Keys of persons (5.4.3 d): what is personal is encrypted under the key of whom it is about. The key lies here encrypted under the hub's key, which is in no database; erasure removes the row.
CREATE TABLE kernel.personal_key (
  person_id TEXT PRIMARY KEY,
  wrapped TEXT NOT NULL,
  made_at TIMESTAMPTZ(3) NOT NULL
);
