-- A number is its party's own: another may have the same. Each counts on from the last that it has.

DROP INDEX "risk_cluster_number_key";
CREATE UNIQUE INDEX "risk_cluster_holder_number_key" ON "risk_cluster"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'RISK_CLUSTER', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "risk_cluster" WHERE number ~ '^JL-\d{4}-\d{6,9}$' GROUP BY 1, 3;

DROP INDEX "assessment_report_number_key";
CREATE UNIQUE INDEX "assessment_report_holder_number_key" ON "assessment_report"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'ASSESSMENT_REPORT', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "assessment_report" WHERE number ~ '^PG-\d{4}-\d{6,9}$' GROUP BY 1, 3;

DROP INDEX "work_plan_number_key";
CREATE UNIQUE INDEX "work_plan_holder_number_key" ON "work_plan"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'WORK_PLAN', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "work_plan" WHERE number ~ '^FA-\d{4}-\d{6,9}$' GROUP BY 1, 3;

DROP INDEX "sampling_order_number_key";
CREATE UNIQUE INDEX "sampling_order_holder_number_key" ON "sampling_order"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'SAMPLING_ORDER', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "sampling_order" WHERE number ~ '^RW-\d{4}-\d{6,9}$' GROUP BY 1, 3;

DROP INDEX "purchase_number_key";
CREATE UNIQUE INDEX "purchase_holder_number_key" ON "purchase"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'PURCHASE', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "purchase" WHERE number ~ '^GY-\d{4}-\d{6,9}$' GROUP BY 1, 3;

DROP INDEX "sample_number_key";
CREATE UNIQUE INDEX "sample_holder_number_key" ON "sample"("holder", "number");
INSERT INTO kernel.number_count (holder, kind, year, last)
SELECT holder, 'SAMPLE', split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) FROM "sample" WHERE number ~ '^YP-\d{4}-\d{6,9}$' GROUP BY 1, 3;
