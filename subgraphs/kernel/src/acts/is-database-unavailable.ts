import { isTransactionTimedOut } from './is-transaction-timed-out.js';

/** Connection faults by Prisma code, Node errno or SQLSTATE class 08 and 57P (PostgreSQL appendix A). */
const faults = /\b(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|08\d{3})\b|terminated unexpectedly|Connection terminated/;

/** Whether an error says that the database could not be reached, rather than that it refused something, or took too long over it. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || isTransactionTimedOut(error)) return false;
  const { code } = error as { code?: unknown };
  return faults.test(`${typeof code === 'string' ? code : ''} ${error.message}`) || isDatabaseUnavailable(error.cause);
}
