import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * A sample is disposed of when nothing may ask for it any more: no retest of its retention part is under way, and where it did not conform, its plan has ended.
 * @returns units that are left of it, retained ones with them
 * @throws Refusal SAMPLE_STILL_NEEDED, RETENTION_RUNS
 */
export async function requireNeededNoMore(tx: MonitoringCenterTransaction, { id, number, planId, quantity, conclusion, warehousing }: Sample): Promise<number> {
  const retests = await tx.sample.findMany({ where: { retestOfId: id }, select: { number: true, state: true } });
  const underWay = retests.find(({ state }) => !['FED_BACK', 'INSPECTION_FAILED', 'DISPOSED'].includes(state));
  if (underWay) throw new Refusal('SAMPLE_STILL_NEEDED', { field: 'sampleId', parameters: { sample: underWay.number } });
  const plan = conclusion === 'NONCONFORMING' && retests.length === 0 ? await tx.receivedMonitoringPlan.findUnique({ where: { id: planId } }) : null;
  if (plan?.state === 'ISSUED') throw new Refusal('RETENTION_RUNS', { field: 'sampleId', parameters: { sample: number, plan: plan.number } });
  const retained = (warehousing as { quantityRetained?: number } | null)?.quantityRetained ?? 0;
  return quantity + (retests.length === 0 ? retained : 0);
}
