/** By when a commission is to be accepted or declined (3.3 a): within the usual time, and never later than its report is due. */
export function answerBy(usual: Date, agreedDueAt: Date): Date {
  return usual < agreedDueAt ? usual : agreedDueAt;
}
