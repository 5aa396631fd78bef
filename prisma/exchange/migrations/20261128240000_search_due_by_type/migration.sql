-- The latest records of a type that are due, also where millions are.
CREATE INDEX "search_due_type_position_idx" ON "search_due"("type", "position");
