import type { JWK } from 'jose';
import { signDetached, verifyDetached } from '../identity/detached-signature.js';
import { checkpointText, type Checkpoint } from '../sealing/chain.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { cutText } from './audit-cut.js';
import { sealedAudit } from './sealed-audit.js';

/** From the oldest on up to the first that is kept, and no further: all others are younger. */
const lastBefore = `
  SELECT id::text, first::float8 AS first, position::float8 AS position, previous, hash, at, signature FROM kernel.audit_checkpoint
  WHERE position < coalesce((SELECT position FROM kernel.audit_checkpoint WHERE at >= $1::timestamptz ORDER BY position LIMIT 1), ${2n ** 63n - 1n})
  ORDER BY position DESC LIMIT 1`;
const remove = `
  WITH entries AS (DELETE FROM kernel.audit_entry WHERE position <= $1::float8::bigint),
    checkpoints AS (DELETE FROM kernel.audit_checkpoint WHERE position <= $1::float8::bigint),
    cuts AS (DELETE FROM kernel.audit_cut WHERE position < $1::float8::bigint)
  INSERT INTO kernel.audit_cut (position, hash, at, signature) VALUES ($1::float8::bigint, $2, $3::timestamptz, $4)`;

/** A checkpoint as the table has it. */
type Row = Omit<Checkpoint, 'owner' | 'at'> & { readonly at: Date; readonly signature: string };

/**
 * Removes the batches of an owner's audit log that were sealed before a time, and says under the hub's signature that the log begins behind them.
 * Of a checkpoint that the hub has not signed as it stands nothing is believed, its time least of all.
 */
export async function pruneAudit({ owner, database, key, before }: { owner: string; database: Transaction; key: () => Promise<JWK>; before: Date }): Promise<void> {
  const [last] = await database.$queryRawUnsafe<Row[]>(
    lastBefore,
    before,
  );
  if (!last) return;
  const signing = await key();
  const { d: _private, ...verifying } = signing;
  const { signature: sealed, ...checkpoint } = last;
  if (!(await verifyDetached({ keys: [verifying] }, checkpointText(sealedAudit, { ...checkpoint, owner, at: last.at.toISOString() }), sealed))) return;
  const { position, hash } = last;
  const at = new Date();
  const signature = await signDetached(signing, cutText({ owner, position, hash, at: at.toISOString() }));
  await database.$executeRawUnsafe(remove, position, hash, at, signature);
}
