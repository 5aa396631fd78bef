import type { ExchangeDatabase } from './database.js';

/** What was spent under a plan in one currency; amounts are decimal texts. */
export interface PlanSpent {
  readonly planId: string;
  readonly currency: string;
  readonly purchases: string;
  readonly freight: string;
  readonly refunds: string;
  readonly testFees: string;
  readonly total: string;
}

/**
 * Sums what was spent under plans (经费支出, 3.1 a), in one statement for all of them: to the centre and the regulator of a plan what was spent under it, to a regulator also what was
 * spent under plans of regulators below that carry out parts of its own; of a plan above it, nothing but what is told to it itself. Parts are joined here and now, for the owners' logs come in no common order.
 */
export function sumPlanSpending(database: ExchangeDatabase, planIds: readonly string[], partyId: string): Promise<PlanSpent[]> {
  return database.$queryRaw<PlanSpent[]>`
    WITH RECURSIVE part AS (
      SELECT id AS spent_under, id AS plan_id, EXISTS (SELECT FROM plan_overseer o WHERE o.plan_id = id AND o.regulator_id = ${partyId}) AS overseen
      FROM unnest(${[...planIds]}::text[]) AS id
      UNION SELECT p.subject_id, part.plan_id,
        part.overseen OR (part.spent_under = part.plan_id AND EXISTS (SELECT FROM plan_overseer o WHERE o.plan_id = p.subject_id AND o.regulator_id = ${partyId}))
      FROM part JOIN plan_part p ON p.plan_id = part.spent_under
    )
    SELECT part.plan_id AS "planId", s.currency,
           coalesce(sum(s.amount::numeric) FILTER (WHERE s.kind = 'PURCHASE'), 0)::text AS purchases,
           coalesce(sum(s.amount::numeric) FILTER (WHERE s.kind = 'FREIGHT'), 0)::text AS freight,
           coalesce(sum(s.amount::numeric) FILTER (WHERE s.kind = 'REFUND'), 0)::text AS refunds,
           coalesce(sum(s.amount::numeric) FILTER (WHERE s.kind = 'TEST_FEE'), 0)::text AS "testFees",
           sum(CASE WHEN s.kind = 'REFUND' THEN -s.amount::numeric ELSE s.amount::numeric END)::text AS total
    FROM part JOIN plan_spending s ON s.plan_id = part.spent_under
    WHERE (part.spent_under = part.plan_id AND (s.holder = ${partyId} OR s.concerned @> ${[partyId]}::text[]))
       OR part.overseen
    GROUP BY part.plan_id, s.currency ORDER BY part.plan_id, s.currency`;
}
