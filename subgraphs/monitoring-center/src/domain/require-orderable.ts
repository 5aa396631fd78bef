import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';

/** What an order needs of the work plan it stands under. */
interface WorkPlanForOrder {
  readonly platformIds: readonly string[];
  readonly samplerIds: readonly string[];
  readonly samplingUntil: Date | null;
}

/** What it needs of the plan, which the regulator may have amended since the work plan was written (3.1). */
interface PlanForOrder {
  readonly platformIds: readonly string[];
  readonly deadline: Date;
}

/** Where, by whom and until when is bought; no time: until sampling ends. */
interface WantedOrder {
  readonly platformId: string;
  readonly samplerId: string;
  readonly dueAt: Date | null;
  /** Where the sample was bought that another replaces: what was ordered before an amendment stays, and so does what takes its place. */
  readonly replacesOn?: string;
}

/**
 * Sees that an order keeps to the platforms, samplers and time of its plan and its work plan (5.2.1, 5.2.2), and tells when it
 * is due.
 * @throws Refusal PLATFORM_NOT_IN_PLAN, SAMPLER_NOT_IN_WORK_PLAN, TIME_IN_PAST, ORDER_AFTER_SAMPLING
 */
export function requireOrderable(workPlan: WorkPlanForOrder, plan: PlanForOrder, { platformId, samplerId, dueAt, replacesOn }: WantedOrder, now: Date): Date {
  const platformIds = workPlan.platformIds.filter((id) => plan.platformIds.includes(id));
  if (platformId !== replacesOn && !platformIds.includes(platformId)) {
    throw new Refusal('PLATFORM_NOT_IN_PLAN', { field: 'platformId', parameters: { id: platformId, named: platformIds.join(', ') } });
  }
  if (!workPlan.samplerIds.includes(samplerId)) {
    throw new Refusal('SAMPLER_NOT_IN_WORK_PLAN', { field: 'samplerId', parameters: { user: samplerId, named: workPlan.samplerIds.join(', ') } });
  }
  const { samplingUntil } = workPlan;
  const until = samplingUntil && samplingUntil < plan.deadline ? samplingUntil : plan.deadline;
  const due = requireFuture('dueAt', dueAt ?? until, now);
  if (due > until) throw new Refusal('ORDER_AFTER_SAMPLING', { field: 'dueAt', parameters: { until: writtenDueTime(until) } });
  return due;
}
