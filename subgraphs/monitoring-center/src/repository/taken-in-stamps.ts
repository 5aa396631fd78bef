import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** The stamps of risk information that has just been taken in. */
export function takenInStamps(centerId: string): Stamps {
  return stampsOf({ holder: centerId, concerned: [], state: 'COLLECTED', reached: ['COLLECTED'] });
}
