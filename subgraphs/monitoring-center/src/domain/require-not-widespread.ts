import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { isWidespread } from './is-widespread.js';

/** What may be regional or common is escalated, neither dismissed nor merely notified (5.1.2 c). @throws Refusal SPREAD_DEMANDS_ESCALATION */
export function requireNotWidespread(assessment: { readonly spread: string }): void {
  if (isWidespread(assessment)) throw new Refusal('SPREAD_DEMANDS_ESCALATION', { field: 'assessmentId', parameters: { spread: assessment.spread } });
}
