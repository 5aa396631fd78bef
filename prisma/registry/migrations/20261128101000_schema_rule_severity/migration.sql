-- What a rule of the contract does where it is excepted (5.4.3 c): it warns, or is off.

-- AlterTable
ALTER TABLE "schema_rule_exception" ADD COLUMN "severity" TEXT NOT NULL DEFAULT 'WARNING';
