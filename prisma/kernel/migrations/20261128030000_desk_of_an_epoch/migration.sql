-- In which epoch of the log of the exchange each decision was told: after a restore of the exchange only what it tells anew counts.

ALTER TABLE kernel.sharing_grant ADD COLUMN epoch uuid;
ALTER TABLE kernel.field_closing ADD COLUMN epoch uuid;
UPDATE kernel.sharing_grant SET epoch = (SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange');
UPDATE kernel.field_closing SET epoch = (SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange');
