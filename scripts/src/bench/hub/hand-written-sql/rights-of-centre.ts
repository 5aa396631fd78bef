import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { partly } from './shown-text.js';

/**
 * What the terms give the staff of a monitoring centre, by role, in what the two questions read; rows are in the statements' WHERE. Written out by
 * hand, as one does who has two routes. Other kinds of party would need statements of their own and are refused.
 */
export function rightsOfCentre({ kind, role }: Caller) {
  if (kind !== 'MONITORING_CENTER') return undefined;
  return {
    budget: role === 'ANALYST',
    sourceRecord: role === 'ANALYST' || role === 'AUDITOR',
    staffOfOthers: role === 'DATA_STEWARD' || role === 'AUDITOR',
    payment: role === 'SAMPLER',
    buyer: (text: string | null): string | null => (text === null ? null : role === 'SAMPLER' || role === 'ANALYST' ? text : role === 'STOREKEEPER' ? partly(text) : null),
    labStaff: (text: string | null): string | null => (role === 'ANALYST' && text !== null ? partly(text) : null),
  };
}

export type RightsOfCentre = NonNullable<ReturnType<typeof rightsOfCentre>>;
