import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** What of a sample tells whether it can bear another's label. */
interface Labelled {
  readonly id: string;
  readonly number: string;
  readonly planId: string;
  readonly retestOfId: string | null;
}

/**
 * Sees that two samples can bear each other's labels: they are two, of one plan, and neither was set apart for a retest.
 * @throws Refusal LABELS_NOT_SWAPPED
 */
export function requireLabelsSwappable(one: Labelled, other: Labelled): void {
  const swappable = one.id !== other.id && one.planId === other.planId && one.retestOfId === null && other.retestOfId === null;
  if (!swappable) throw new Refusal('LABELS_NOT_SWAPPED', { field: 'otherSampleId', parameters: { sample: one.number, other: other.number } });
}
