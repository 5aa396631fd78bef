-- Why the centre withdrew a commission (撤回委托).
ALTER TABLE "commission_acceptance" ADD COLUMN "withdrawal_reason" TEXT;
