import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { ReservedTarget } from '../domain/reserved-target.js';
import type { ReserveTargetsInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { orderUnderPlan } from './order-under-plan.js';
import { requireTargetsFree } from './require-targets-free.js';

/** Targets for each batch that is left. */
const perBatch = 5;

/** Sets listings apart to be bought under an order (预定购样对象, 5.2.2); what is named again stays as it was, what is not named is free. */
export async function reserveTargets(scope: ActScope<MonitoringCenterTransaction>, { samplingOrderId, expectedRevision, listingItemIds }: ReserveTargetsInput): Promise<ActResult> {
  const { unit } = scope;
  const order = await orderUnderPlan(scope, samplingOrderId, { field: 'samplingOrderId', expectedRevision });
  const items = [...new Set(listingItemIds.map((item, index) => requireText(`listingItemIds.${index}`, item, 200)))];
  const most = (order.batches - order.bought) * perBatch;
  requireValid(items.length <= most, 'listingItemIds', { en: `${order.batches - order.bought} batches are left, for which ${most} listings are set apart at most`, 'zh-CN': `尚余 ${order.batches - order.bought} 批次，最多预定 ${most} 个商品` }, { en: 'fewer listings', 'zh-CN': '较少的商品' });
  await requireTargetsFree(unit.tx, order, items, 'listingItemIds');
  const before = new Map((order.targets as unknown as readonly ReservedTarget[]).map((target) => [target.listingItemId, target]));
  const targets: ReservedTarget[] = items.map((listingItemId) => before.get(listingItemId) ?? { listingItemId, reserved: actRecord(unit) });
  const reserved = await unit.tx.samplingOrder.update({ where: { id: order.id }, data: { targets: targets.map(({ reserved: at, ...target }) => ({ ...target, reserved: { ...at } })), revision: { increment: 1 } } });
  unit.emit({ kind: 'SamplingTargetsReserved', subjectType: 'SamplingOrder', subjectId: reserved.id, stamps: stampsOf(reserved), receivers: {} });
  return { valueId: reserved.id };
}
