-- Claims to which a party maps roles (角色映射), as exchange tells them: [{ id, issuer, tokenClaim, claimValue, role }], those removed left out.
ALTER TABLE kernel.participant ADD COLUMN role_mappings JSONB NOT NULL DEFAULT '[]';
