import type { SamplingOrder } from '@hub/prisma/monitoring-center/generated/client.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ReservedTarget } from '../domain/reserved-target.js';
import { samplingOrderMachine } from '../domain/sampling-order-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * Counts one batch bought under an order (5.2.2); its listing is no target any more, and with the last one the order is fulfilled and its sampler owes nothing more.
 * @param order held by `lockedSamplingOrder`, or two purchases would count as one
 */
export async function countPurchase(unit: UnitOfWork<MonitoringCenterTransaction>, order: SamplingOrder, listingItemId: string): Promise<void> {
  const targets = (order.targets as unknown as readonly ReservedTarget[]).filter((target) => target.listingItemId !== listingItemId);
  const bought = order.bought + 1;
  const fulfilled = bought >= order.batches;
  await unit.tx.samplingOrder.update({
    where: { id: order.id },
    data: { ...samplingOrderMachine.move('recordPurchase', order, fulfilled ? 'FULFILLED' : 'ORDERED'), bought, targets: targets.map(({ reserved, ...target }) => ({ ...target, reserved: { ...reserved } })) },
  });
  if (fulfilled) await unit.closeDuties('BuySamples', order.id);
}
