import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { MonitoringCenterTransaction } from './database.js';
import { receivedPlan } from './received-plan.js';

/**
 * Holds a plan until the transaction ends: what is done under one plan comes one after the other, and nothing slips in
 * beside its cancellation.
 */
export async function lockPlan(tx: MonitoringCenterTransaction, planId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM received_monitoring_plan WHERE id = ${planId} FOR UPDATE`;
}

/** The same where a caller names the plan: nobody waits for another's. */
export async function lockOwnPlan(tx: MonitoringCenterTransaction, planId: string, holder: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM received_monitoring_plan WHERE id = ${planId} AND holder = ${holder} FOR UPDATE`;
}

/** Holds the plan that a work plan of a centre carries out. Nobody waits for another’s. */
export async function lockPlanOfWorkPlan(tx: MonitoringCenterTransaction, workPlanId: string, holder: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM received_monitoring_plan plan JOIN work_plan ON work_plan.plan_id = plan.id
    WHERE work_plan.id = ${workPlanId} AND work_plan.holder = ${holder} FOR UPDATE OF plan`;
}

/**
 * The plan under which a centre orders or buys: issued to it, neither cancelled nor completed.
 * @throws Refusal PLAN_NOT_OPEN, PLAN_NOT_IN_FORCE
 */
export async function planInForce(tx: MonitoringCenterTransaction, planId: string, centerId: string, field: string) {
  const plan = await receivedPlan(tx, planId);
  if (plan?.holder !== centerId) throw new Refusal('PLAN_NOT_OPEN', { field, parameters: { id: planId } });
  if (plan.state !== 'ISSUED') throw new Refusal('PLAN_NOT_IN_FORCE', { field, state: plan.state, parameters: { number: plan.number, state: plan.state } });
  return plan;
}
