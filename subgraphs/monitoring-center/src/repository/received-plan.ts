import type { PlanProduct } from '../domain/plan-product.js';
import type { MonitoringCenterTransaction } from './database.js';

/** A plan that was issued to a centre, with its products. */
export async function receivedPlan(tx: MonitoringCenterTransaction, id: string) {
  const plan = await tx.receivedMonitoringPlan.findUnique({ where: { id } });
  return plan && { ...plan, products: plan.products as unknown as readonly PlanProduct[] };
}
