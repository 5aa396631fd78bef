-- A commission is withdrawn by the centre until its lab has answered (撤回委托), with a reason.
ALTER TABLE "inspection_commission" ADD COLUMN "withdrawn" JSONB, ADD COLUMN "withdrawal_reason" TEXT;
