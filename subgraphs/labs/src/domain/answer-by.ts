/** Days in which a lab answers a commission. The law sets none; two is the default of the hub. */
const answerDays = 2;

/** By when a commission received at a time is to be accepted or declined: never later than its report is due. */
export function answerBy(receivedAt: Date, agreedDueAt: Date): Date {
  return new Date(Math.min(receivedAt.getTime() + answerDays * 86_400_000, agreedDueAt.getTime()));
}
