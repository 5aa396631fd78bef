import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { SamplingOrder } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Nobody buys, or sets apart, what is set apart for another order of the plan that runs; the plan is held. @throws Refusal TARGET_RESERVED */
export async function requireTargetsFree(tx: MonitoringCenterTransaction, order: Pick<SamplingOrder, 'id' | 'planId' | 'platformId'>, listingItemIds: readonly string[], field: string): Promise<void> {
  const [taken] = await tx.$queryRaw<{ number: string; item: string }[]>`
    SELECT o.number, target ->> 'listingItemId' AS item FROM sampling_order o, jsonb_array_elements(o.targets) AS target
    WHERE o.plan_id = ${order.planId} AND o.id <> ${order.id} AND o.platform_id = ${order.platformId} AND o.state = 'ORDERED'
      AND target ->> 'listingItemId' = ANY(${[...listingItemIds]}::text[]) ORDER BY o.number, item LIMIT 1`;
  if (taken) throw new Refusal('TARGET_RESERVED', { field, parameters: { item: taken.item, order: taken.number } });
}
