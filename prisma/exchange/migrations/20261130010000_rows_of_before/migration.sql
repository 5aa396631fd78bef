-- Addresses and names that are still kept in the clear are looked for at each start and by each sweep (5.4.3 d), among however many parties, users and applications.
CREATE INDEX "participant_of_before_idx" ON "participant"("id") WHERE "contact_email" IS NOT NULL;
CREATE INDEX "participant_user_of_before_idx" ON "participant_user"("id") WHERE "name" IS NOT NULL;
CREATE INDEX "membership_application_of_before_idx" ON "membership_application"("id") WHERE "administrator_name" IS NOT NULL;
