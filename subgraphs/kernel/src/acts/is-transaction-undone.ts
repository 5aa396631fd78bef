/** Write conflict or deadlock by Prisma code or SQLSTATE (PostgreSQL appendix A). */
const faults = /\b(P2034|40001|40P01)\b/;

/** Whether an error says that a transaction was undone for the sake of others, with which it would have waited in a circle or been at odds: begun anew, it may go through. */
export function isTransactionUndone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return faults.test(`${typeof code === 'string' ? code : ''} ${error.message}`) || isTransactionUndone(error.cause);
}
