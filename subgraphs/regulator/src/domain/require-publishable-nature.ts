import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PlanNature } from '../generated/graphql.js';

/** Monitoring data as far as its plan matters. */
export interface DataOfPlan {
  readonly number: string;
  readonly planId: string;
}

const riskMonitoring: PlanNature = 'RISK_MONITORING';

/**
 * The public is told of what supervision sampling found (产品质量法 24). Risk monitoring looks for hazards on prior information: what it finds leads to cases and
 * directions, and says nothing of a product's quality in general.
 * @throws Refusal RISK_MONITORING_NOT_PUBLISHED
 */
export function requirePublishableNature(field: string, data: readonly DataOfPlan[], plans: readonly { readonly id: string; readonly nature: string }[]): void {
  const closed = data.find(({ planId }) => plans.some(({ id, nature }) => id === planId && nature === riskMonitoring));
  if (closed) throw new Refusal('RISK_MONITORING_NOT_PUBLISHED', { field, parameters: { data: closed.number } });
}
