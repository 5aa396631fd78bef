-- In which epoch of the log of the registry the terms in force were told: after a restore of the registry what it tells anew counts, whatever its number.

ALTER TABLE kernel.terms_snapshot ADD COLUMN epoch uuid;
UPDATE kernel.terms_snapshot SET epoch = (SELECT epoch FROM kernel.inbox_cursor WHERE source = 'registry');
