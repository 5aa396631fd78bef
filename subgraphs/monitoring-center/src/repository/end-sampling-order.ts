import type { SamplingOrder } from '@hub/prisma/monitoring-center/generated/client.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { samplingOrderMachine } from '../domain/sampling-order-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/** What the regulator tells of a plan under which nothing is done any more. */
export type PlanEnd = 'regulator.MonitoringPlanCancelled' | 'regulator.MonitoringPlanCompleted';

/** Ends an order that is not to be fulfilled any more, and the sampler's duty with it. */
export async function endSamplingOrder(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  order: SamplingOrder,
  cause: 'cancelSamplingOrder' | PlanEnd,
  reason: string | null,
): Promise<void> {
  const ended = await unit.tx.samplingOrder.update({
    where: { id: order.id },
    data: { ...samplingOrderMachine.move(cause, order), cancelReason: reason },
  });
  await unit.dropDuties('BuySamples', ended.id);
  unit.emit({
    kind: 'SamplingOrderCancelled',
    subjectType: 'SamplingOrder',
    subjectId: ended.id,
    stamps: stampsOf(ended),
    receivers: {},
  });
}
