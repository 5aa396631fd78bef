/** SQLSTATE 22021 and 22P05 (PostgreSQL appendix A): NUL, or what is no UTF-8; lone surrogates fail on the way there. */
const faults = /\b(22021|22P05)\b|invalid byte sequence|unsupported Unicode escape|lone (leading|trailing) surrogate|unpaired surrogate|null bytes?|0x00/i;

/** Whether an error says that a text holds what no database keeps, which is the caller's to mend. */
export function isUnstorableText(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return faults.test(`${typeof code === 'string' ? code : ''} ${error.message}`) || isUnstorableText(error.cause);
}
