/** Days in which a lab does its parts. The law sets none: these are the hub's defaults, until a steward keeps them as a list. */
const days = { answer: 2, receive: 3, review: 2, revise: 2 } as const;

/** By when a commission received at a time is to be accepted or declined: never later than its report is due. */
export function answerBy(receivedAt: Date, agreedDueAt: Date): Date {
  return new Date(Math.min(after(receivedAt, days.answer).getTime(), agreedDueAt.getTime()));
}

/** By when a sample dispatched at a time is to be received (5.3.1). */
export function receiveBy(dispatchedAt: Date): Date {
  return after(dispatchedAt, days.receive);
}

/** By when a report prepared at a time is to be reviewed (3.3). */
export function reviewBy(preparedAt: Date): Date {
  return after(preparedAt, days.review);
}

/** By when a report returned at a time is to be revised (3.3). */
export function reviseBy(returnedAt: Date): Date {
  return after(returnedAt, days.revise);
}

function after(time: Date, count: number): Date {
  return new Date(time.getTime() + count * 86_400_000);
}
