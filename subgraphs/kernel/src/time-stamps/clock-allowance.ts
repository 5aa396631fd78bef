/** Milliseconds by which the clocks of the hub and of a time-stamp authority may differ. */
export const clockAllowance = 300_000;

/** Whether a stamp tells a time before what it is over was there, by more than clocks differ. */
export function stampedBefore(stamped: Date, there: string): boolean {
  return stamped.getTime() < new Date(there).getTime() - clockAllowance;
}
