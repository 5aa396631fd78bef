-- The schema whose terms this owner enforces, as the registry has published it: verified when it was taken in (5.4.3 c).

CREATE TABLE kernel.terms_snapshot (
  subgraph     text PRIMARY KEY,
  version      integer NOT NULL,
  content_hash text NOT NULL,
  sdl          text NOT NULL,
  attestation  text NOT NULL
);
