-- Each owner keeps an archive now, by the kernel's function; keys of all unique indexes are refused that the archive has, blind numbers among them.
DROP TRIGGER "sample_blind_number_is_new" ON "sample";
DROP FUNCTION "refuse_archived_blind_number"();
DROP FUNCTION "archive"."keep"(TEXT);

SELECT kernel.keep_archive('sampling_order');
SELECT kernel.keep_archive('purchase');
SELECT kernel.keep_archive('sample');
SELECT kernel.keep_archive('inspection_commission');
SELECT kernel.keep_archive('monitoring_data');
