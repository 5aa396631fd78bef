-- What a lab is paid for a commission (检验费用), for the spending under its plan.
ALTER TABLE "inspection_commission" ADD COLUMN "test_fee_amount" TEXT, ADD COLUMN "test_fee_currency" TEXT;
