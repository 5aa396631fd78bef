import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { productOfPlan } from '../domain/product-of-plan.js';
import { requireBatchesLeft } from '../domain/require-batches-left.js';
import { requireOrderable } from '../domain/require-orderable.js';
import { samplingOrderMachine } from '../domain/sampling-order-machine.js';
import type { OrderSamplingInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockPlanOfWorkPlan, planInForce } from './plan-in-force.js';
import { writeSamplingOrder } from './write-sampling-order.js';

/** The most batches of one order, as of a plan's product. */
const batchLimit = 10_000;

/** Orders batches of a product to be bought by a sampler on a platform (下达采样任务, 5.2.2). */
export async function orderSampling({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, input: OrderSamplingInput): Promise<ActResult> {
  const { tx, now } = unit;
  // Before anything is counted, so that two orders at once do not both take the last batches.
  await lockPlanOfWorkPlan(tx, input.workPlanId, caller.partyId);
  const workPlan = admit(await tx.workPlan.findUnique({ where: { id: input.workPlanId } }), {
    type: 'WorkPlan',
    id: input.workPlanId,
    field: 'workPlanId',
  });
  const plan = await planInForce(tx, workPlan.planId, workPlan.holder, 'workPlanId');
  requireValid(input.batches >= 1 && input.batches <= batchLimit, 'batches', { en: `an order has 1 to ${batchLimit} batches`, 'zh-CN': `采样任务为 1 至 ${batchLimit} 批次` }, '10');
  const product = productOfPlan(plan.products, input.planProduct);
  const { platformId, samplerId } = input;
  const dueAt = requireOrderable(workPlan, plan, { platformId, samplerId, dueAt: input.dueAt ?? null }, now);
  requireBatchesLeft(product, await batchesOrdered(tx, plan.id, product.position), input.batches);
  const order = await writeSamplingOrder(
    unit,
    workPlan,
    { platformId, samplerId, dueAt, batches: input.batches, planProduct: product.position, productName: product.name, replacesSampleId: null, replacementReason: null },
    samplingOrderMachine.begin('orderSampling'),
  );
  return { valueId: order.id };
}

/** Batches of a product that are ordered, or were bought before their order was cancelled; replacements (补样) do not count. */
async function batchesOrdered(tx: MonitoringCenterTransaction, planId: string, planProduct: number): Promise<number> {
  const orders = await tx.samplingOrder.findMany({
    where: { planId, planProduct, replacesSampleId: null },
    select: { state: true, batches: true, bought: true },
  });
  return orders.reduce((sum, { state, batches, bought }) => sum + (state === 'CANCELLED' ? bought : batches), 0);
}
