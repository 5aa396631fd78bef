-- Amounts as they are told, with the places of their currency (经费支出, 3.1 a), as every owner keeps them: a number column of any scale cannot be written in Prisma's schema.
ALTER TABLE "plan_spending" ALTER COLUMN "amount" TYPE TEXT USING "amount"::text;
