/** Whether an error says that a transaction took longer than it may and was undone (Prisma P2028 of an expired transaction); that none could be begun is another matter. */
export function isTransactionTimedOut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (code === 'P2028' && /expired transaction/.test(error.message)) || isTransactionTimedOut(error.cause);
}
