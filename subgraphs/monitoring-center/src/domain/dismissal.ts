import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';

/** A dismissal of an assessed risk, as its assessment keeps it (排除, 5.1.2 a). */
export interface Dismissal {
  readonly reason: string;
  readonly proposed: ActRecord;
  readonly countersignature: { readonly agrees: boolean; readonly reason: string; readonly signed: ActRecord } | null;
}

/** Whether a risk is so grave that two persons dismiss it. */
export function needsCountersignature({ harmLevel, hazardDegree }: { readonly harmLevel: string; readonly hazardDegree: string }): boolean {
  return harmLevel === 'SERIOUS' || hazardDegree === 'SERIOUS';
}
