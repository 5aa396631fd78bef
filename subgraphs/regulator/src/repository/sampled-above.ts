import { isSameProduct } from '../domain/is-same-product.js';
import { monthsBefore } from '../domain/months-before.js';
import type { SampledAbove } from '../domain/require-not-sampled-above.js';
import type { PlanNature, PlanProduct } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { legalLimitsInForce } from './legal-limits-in-force.js';

const supervision: PlanNature = 'SUPERVISION_SAMPLING';

/** A plan that is to ask for products. */
export interface AskingPlan {
  readonly holder: string;
  readonly nature: string;
  /** Plans that it carries out a part of: they and their other parts are no other sampling. */
  readonly above: readonly string[];
}

/**
 * The first of these products that a regulator above samples under a plan in force, or did under one that was completed within the months that the law sets (产品质量法 15, 5.2.2); null
 * where there is none. Decided here, where all plans are known and nothing is bought yet: what was bought is taken in as it happened.
 */
export async function sampledAbove(tx: RegulatorTransaction, plan: AskingPlan, products: readonly PlanProduct[], now: Date): Promise<SampledAbove | null> {
  if (plan.nature !== supervision || products.length === 0) return null;
  const { Resampling: limit } = await legalLimitsInForce(tx, now);
  const since = monthsBefore(now, limit.amount);
  const plans = await tx.$queryRaw<{ products: Pick<PlanProduct, 'categoryCode' | 'name'>[]; name: string }[]>`
    SELECT (SELECT jsonb_agg(jsonb_build_object('categoryCode', each -> 'categoryCode', 'name', each -> 'name')) FROM jsonb_array_elements(p.products) each) AS products, r.name
    FROM kernel.participant own
    JOIN kernel.participant r ON r.kind = 'REGULATOR'
      AND (r.level = 'PROVINCE' AND own.level IN ('CITY', 'COUNTY') AND left(r.region_code, 2) = left(own.region_code, 2)
        OR r.level = 'CITY' AND own.level = 'COUNTY' AND left(r.region_code, 4) = left(own.region_code, 4))
    JOIN monitoring_plan p ON p.holder = r.id
    WHERE own.id = ${plan.holder} AND p.nature = ${supervision} 
      AND p.id <> ALL(${[...plan.above]}::text[]) AND NOT p.above && ${[...plan.above]}::text[]
      AND (p.state = 'ISSUED' OR p.state = 'COMPLETED' AND (p.ended ->> 'at')::timestamptz >= ${since}::timestamptz)
    ORDER BY p.id`;
  for (const { products: theirs, name } of plans) {
    const same = products.find((product) => theirs.some((other) => isSameProduct(product, other)));
    if (same) return { product: same.name, regulator: name, months: limit.amount };
  }
  return null;
}
