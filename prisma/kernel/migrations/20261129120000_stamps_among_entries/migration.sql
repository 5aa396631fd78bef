-- The time stamps among what is preserved, so that the last one, and the first over a place, are found without reading all that was ever preserved. By the text: what somebody has
-- changed may be no JSON any more, and is to be found by who verifies the record, not hidden by an index that refuses it.
CREATE INDEX preserved_entry_stamps ON kernel.preserved_entry (position) WHERE entry LIKE '%"kind":"STAMPED"%';
