import { Refusal } from '@hub/kernel/refusals/refusal.js';

/**
 * The regulator that issued a plan: the first party concerned by the plan and by all that is done under it.
 * @throws Refusal PLAN_NOT_OPEN where the centre has no such plan
 */
export function issuingRegulator(planId: string, concerned: readonly string[] | undefined): string {
  const [regulatorId] = concerned ?? [];
  if (regulatorId === undefined) throw new Refusal('PLAN_NOT_OPEN', { parameters: { id: planId } });
  return regulatorId;
}
