-- A duty may be part of a larger undertaking, by which progress is summed; it is dropped when its cause is gone.

ALTER TABLE kernel.duty ADD COLUMN part_of text, ADD COLUMN dropped boolean NOT NULL DEFAULT false;
CREATE INDEX duty_open_part_of ON kernel.duty (part_of) WHERE closed_at IS NULL;
