-- What is kept of persons, by kind, and until when (5.4.3 d). Once it is erased the key is gone; hash, act and reason stay here.
CREATE TABLE kernel.personal_record (
  person_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  holder TEXT NOT NULL,
  -- Where and by what the person is known again, such as a platform and the keyed hash of an account there; none where nobody looks for it, and none once it is erased.
  known_at TEXT,
  known_by TEXT,
  content_hash TEXT,
  kept_until TIMESTAMPTZ(3),
  erased JSONB,
  erasure_reason TEXT
);
CREATE UNIQUE INDEX personal_record_known_by ON kernel.personal_record (kind, known_by, holder, known_at);
CREATE INDEX personal_record_kept_until ON kernel.personal_record (kind, kept_until) WHERE erased IS NULL;
