-- A number is its party's own: another may have the same. Each counts on from the last that it has.

DROP INDEX "monitoring_plan_number_key";
CREATE UNIQUE INDEX "monitoring_plan_holder_number_key" ON "monitoring_plan"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'MONITORING_PLAN', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "monitoring_plan" WHERE number ~ '^JH-\d{4}-\d{6,9}$' GROUP BY 1, 3;

DROP INDEX "hazard_handling_number_key";
CREATE UNIQUE INDEX "hazard_handling_holder_number_key" ON "hazard_handling"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'HAZARD_HANDLING', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "hazard_handling" WHERE number ~ '^YH-\d{4}-\d{6,9}$' GROUP BY 1, 3;

DROP INDEX "retest_number_key";
CREATE UNIQUE INDEX "retest_holder_number_key" ON "retest"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'RETEST', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "retest" WHERE number ~ '^FJ-\d{4}-\d{6,9}$' GROUP BY 1, 3;

DROP INDEX "public_notice_number_key";
CREATE UNIQUE INDEX "public_notice_holder_number_key" ON "public_notice"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'PUBLIC_NOTICE', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "public_notice" WHERE number ~ '^GG-\d{4}-\d{6,9}$' GROUP BY 1, 3;
