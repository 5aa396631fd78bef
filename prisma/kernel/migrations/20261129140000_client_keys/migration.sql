-- Keys of a party's own systems (系统密钥), as exchange tells them: [{ id, publicJwk, until }], those revoked left out.
ALTER TABLE kernel.participant_user ADD COLUMN keys JSONB NOT NULL DEFAULT '[]';
