/** Days in which a regulator decides an assessment report. The law sets none; ten is the default of the hub. */
const decisionDays = 10;

/** By when a report received at a time is to be decided. */
export function decideBy(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + decisionDays * 86_400_000);
}
