-- An event may tell of many subjects, such as the records of a batch: all of them in order, for those who subscribe.

ALTER TABLE kernel.event ADD COLUMN subject_ids text[];
