-- Lists come by time, and the versions of a result by what they have in common.
CREATE INDEX "received_monitoring_data_received_at_id_idx" ON "received_monitoring_data"("received_at", "id");
CREATE INDEX "received_monitoring_data_holder_received_at_id_idx" ON "received_monitoring_data"("holder", "received_at", "id");
CREATE INDEX "received_monitoring_data_document_idx" ON "received_monitoring_data"("document");
