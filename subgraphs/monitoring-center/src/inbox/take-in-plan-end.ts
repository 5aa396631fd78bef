import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { receivedMonitoringPlanMachine } from '../domain/received-monitoring-plan-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { endPlan } from '../repository/end-plan.js';
import type { PlanEnd } from '../repository/end-sampling-order.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { lockPlan } from '../repository/plan-in-force.js';

/** What the regulator tells of a plan that it cancels, or holds to be completed (3.1). */
interface MonitoringPlanEnded {
  readonly id: string;
  readonly reason?: string | null;
}

/** A plan ends by a cause: nothing is ordered or bought under it from now on. */
const takeInPlanEnd =
  (cause: PlanEnd): InboxHandler<MonitoringCenterTransaction> =>
  async (unit, event, log) => {
    const { id, reason } = event.payload as unknown as MonitoringPlanEnded;
    await lockPlan(unit.tx, id);
    const plan = await unit.tx.receivedMonitoringPlan.findUnique({ where: { id } });
    if (!plan || !receivedMonitoringPlanMachine.leadsFrom(cause, plan)) {
      await keepUnmatchedEvent(unit, event, plan ? `the plan is ${plan.state} already` : 'the plan is not known', log);
      return;
    }
    await endPlan(unit, plan, cause, reason ?? null);
  };

/** A cancellation arrives (撤销). */
export const takeInPlanCancellation = takeInPlanEnd('regulator.MonitoringPlanCancelled');

/** A completion arrives (办结). */
export const takeInPlanCompletion = takeInPlanEnd('regulator.MonitoringPlanCompleted');
