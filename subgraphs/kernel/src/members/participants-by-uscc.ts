import type { Transaction } from '../unit-of-work/transaction.js';

/** The ids of the active participants of a kind that carry a unified social credit code (统一社会信用代码). */
export async function participantsByUscc(tx: Transaction, kind: string, uscc: string | null): Promise<string[]> {
  if (uscc === null) return [];
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    "SELECT id FROM kernel.participant WHERE kind = $1 AND uscc = $2 AND state = 'ACTIVE'",
    kind,
    uscc,
  );
  return rows.map(({ id }) => id);
}
