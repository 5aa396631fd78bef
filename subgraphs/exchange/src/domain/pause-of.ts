import { dutyLimits, type DutyLimit, type Pause } from '@hub/schema/code-lists/duty-limits.js';

const limits: ReadonlyMap<string, DutyLimit> = new Map(Object.entries(dutyLimits));

/** Who may let the clock of a kind of duty stand, and for how long; undefined where nobody may. */
export function pauseOf(kind: string): Pause | undefined {
  return limits.get(kind)?.pause;
}
