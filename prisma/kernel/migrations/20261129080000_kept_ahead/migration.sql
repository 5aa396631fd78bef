-- Up to which position of the source's log what is kept of its events for its own sake, such as who is suspended, was taken in, ahead of an event that cannot be.
ALTER TABLE kernel.inbox_cursor ADD COLUMN kept_up_to bigint NOT NULL DEFAULT 0;
