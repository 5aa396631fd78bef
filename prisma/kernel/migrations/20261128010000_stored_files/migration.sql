-- Files that an owner's parties have handed in (/evidence): by their content, each party its own. The files themselves lie in a folder or a bucket.

CREATE TABLE kernel.stored_file (
  party_id   text NOT NULL,
  -- SHA-256 with its algorithm, sha-256:…, and beside it SM3 (GB/T 32905), sm3:…
  hash       text NOT NULL,
  sm3        text NOT NULL,
  size       bigint NOT NULL,
  media_type text NOT NULL,
  user_id    text NOT NULL,
  stored_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (party_id, hash)
);

CREATE INDEX stored_file_sm3 ON kernel.stored_file (party_id, sm3);
