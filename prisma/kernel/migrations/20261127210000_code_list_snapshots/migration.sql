-- The version in force of each code list, as every owner keeps it: verified when it was taken in (5.4.3 c).

CREATE TABLE kernel.code_list_snapshot (
  list_id      text PRIMARY KEY,
  version      integer NOT NULL,
  content_hash text NOT NULL,
  content      text NOT NULL,
  signature    text NOT NULL
);
