import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** An objection to an earlier version of a result, as far as publishing asks. */
export interface EarlierObjection {
  readonly number: string;
  readonly state: string;
  readonly decidedAt: Date | null;
}

/**
 * What was objected to before a new version came is settled first, too (公告, after 5.4.1): decided, and where it was upheld, corrected by a
 * version that came after the decision.
 *
 * @throws Refusal OBJECTION_UNDECIDED, OBJECTION_WAS_UPHELD
 */
export function requireObjectionsSettled(data: { readonly number: string; readonly receivedAt: Date }, earlier: readonly EarlierObjection[]): void {
  for (const { number, state, decidedAt } of earlier) {
    const told = { field: 'monitoringDataIds', parameters: { data: data.number, number } };
    if (state === 'RAISED' || state === 'UNDER_RETEST') throw new Refusal('OBJECTION_UNDECIDED', told);
    if (state === 'UPHELD' && decidedAt !== null && decidedAt >= data.receivedAt) throw new Refusal('OBJECTION_WAS_UPHELD', told);
  }
}
