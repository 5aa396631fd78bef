-- When a version that is kept was published, and in which epoch of the registry's log it was told: versions are compared by these, for a
-- restored registry gives numbers anew (5.4.3 c). What was kept before is replaced by whatever is told next.

ALTER TABLE kernel.code_list_snapshot
  ADD COLUMN published_at timestamptz NOT NULL DEFAULT '-infinity',
  ADD COLUMN epoch        text        NOT NULL DEFAULT '';
ALTER TABLE kernel.code_list_snapshot ALTER COLUMN published_at DROP DEFAULT, ALTER COLUMN epoch DROP DEFAULT;
