-- How often in a row the hub itself kept a source from being pulled: it is waited longer each time (5.1.1).
ALTER TABLE "import_pull" ADD COLUMN "faults" INTEGER NOT NULL DEFAULT 0;
