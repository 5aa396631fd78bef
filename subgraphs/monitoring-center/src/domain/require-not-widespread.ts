import { Refusal } from '@hub/kernel/refusals/refusal.js';

const widespread: ReadonlySet<string> = new Set(['REGIONAL', 'COMMON']);

/** What may be regional or common is escalated, neither dismissed nor merely notified (5.1.2 c). @throws Refusal SPREAD_DEMANDS_ESCALATION */
export function requireNotWidespread({ spread }: { readonly spread: string }): void {
  if (widespread.has(spread)) throw new Refusal('SPREAD_DEMANDS_ESCALATION', { field: 'assessmentId', parameters: { spread } });
}
