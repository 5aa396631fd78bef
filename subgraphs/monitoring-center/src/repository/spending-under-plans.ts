import type { MonitoringCenterDatabase } from './database.js';

/** What a centre spent under a plan in one currency; amounts are decimal texts. */
export interface Spending {
  readonly planId: string;
  readonly holder: string;
  readonly currency: string;
  readonly purchases: string;
  readonly freight: string;
  readonly refunds: string;
  readonly testFees: string;
  readonly total: string;
}

/** Sums up what was spent under plans (经费支出): prices and freight of purchases, less refunds of goods that went back, and the fees of commissions that stand. */
export function spendingUnderPlans(database: MonitoringCenterDatabase, planIds: readonly string[]): Promise<Spending[]> {
  return database.$queryRaw<Spending[]>`
    SELECT plan_id AS "planId", holder, currency, sum(price)::text AS purchases, sum(freight)::text AS freight, sum(refund)::text AS refunds, sum(fee)::text AS "testFees",
      (sum(price) + sum(freight) - sum(refund) + sum(fee))::text AS total
    FROM (
      SELECT plan_id, holder, price_currency AS currency, price_amount::numeric AS price, 0 AS freight, 0 AS refund, 0 AS fee FROM purchase WHERE plan_id = ANY(${planIds}::text[])
      UNION ALL
      SELECT plan_id, holder, freight_currency, 0, freight_amount::numeric, 0, 0 FROM purchase WHERE plan_id = ANY(${planIds}::text[]) AND freight_amount IS NOT NULL
      UNION ALL
      SELECT plan_id, holder, goods_return -> 'refund' ->> 'currency', 0, 0, (goods_return -> 'refund' ->> 'amount')::numeric, 0 FROM sample
      WHERE plan_id = ANY(${planIds}::text[]) AND jsonb_typeof(goods_return -> 'refund') = 'object'
      UNION ALL
      SELECT plan_id, holder, test_fee_currency, 0, 0, 0, test_fee_amount::numeric FROM inspection_commission
      WHERE plan_id = ANY(${planIds}::text[]) AND test_fee_amount IS NOT NULL AND state NOT IN ('DECLINED', 'WITHDRAWN')
    ) AS spent
    GROUP BY plan_id, holder, currency ORDER BY plan_id, currency`;
}
