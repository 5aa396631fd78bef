import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { isWidespread } from './is-widespread.js';

/** Only what may be regional or common becomes a report (5.1.2 c). @throws Refusal SPREAD_NOT_ESCALATABLE */
export function requireEscalatable(assessments: readonly { readonly spread: string }[]): void {
  const other = assessments.find((assessment) => !isWidespread(assessment));
  if (other) throw new Refusal('SPREAD_NOT_ESCALATABLE', { field: 'assessmentIds', parameters: { spread: other.spread } });
}
