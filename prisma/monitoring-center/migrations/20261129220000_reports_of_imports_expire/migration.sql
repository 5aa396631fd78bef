-- Imports are looked for whose time is over (5.4.3 d).
CREATE INDEX "import_run_ended_at_idx" ON "import_run"("ended_at");
