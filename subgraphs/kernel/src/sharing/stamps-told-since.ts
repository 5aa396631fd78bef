import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** How far the owner's own log has come: whatever is read after this is at least as new. */
export async function ownLogPosition(tx: Transaction): Promise<bigint> {
  const [head] = await tx.$queryRawUnsafe<{ position: bigint }[]>('SELECT position FROM kernel.log_head');
  return head?.position ?? 0n;
}

/**
 * The stamps that the last event of a row after a position has told, undefined where there was none. The log stands still from here to the commit, so that
 * what is told next tells nothing older than the log did; call it last.
 */
export async function stampsToldSince(tx: Transaction, position: bigint, { type, rowId }: { readonly type: string; readonly rowId: string }): Promise<Stamps | undefined> {
  await tx.$queryRawUnsafe('SELECT position FROM kernel.log_head FOR UPDATE');
  const [told] = await tx.$queryRawUnsafe<{ stamps: Stamps }[]>(
    'SELECT stamps FROM kernel.event WHERE position > $1::bigint AND subject_type = $2 AND subject_id = $3 ORDER BY position DESC LIMIT 1',
    position, type, rowId,
  );
  return told?.stamps;
}
