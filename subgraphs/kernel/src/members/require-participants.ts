import { Refusal } from '../refusals/refusal.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/**
 * Sees that all participants that an item names are active ones of a kind, in one statement.
 * @throws Refusal NOT_FOUND with the first that is not
 */
export async function requireParticipants(tx: Transaction, kind: string, ids: readonly string[], field: string): Promise<void> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    "SELECT id FROM kernel.participant WHERE id = ANY($1::text[]) AND kind = $2 AND state = 'ACTIVE'",
    [...ids],
    kind,
  );
  const found = new Set(rows.map(({ id }) => id));
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) throw new Refusal('NOT_FOUND', { field, parameters: { type: kind, id: missing } });
}
