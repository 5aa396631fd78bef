-- Reports were numbered by hand. A lab that did so as the standard rule does counts on from its last number.
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'INSPECTION_REPORT', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "inspection_report" WHERE number ~ '^BG-\d{4}-\d{6,9}$' GROUP BY 1, 3;
