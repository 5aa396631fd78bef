import type { JWK } from 'jose';
import { signDetached } from '../identity/detached-signature.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { cutText } from './audit-chain.js';

const remove = `
  WITH entries AS (DELETE FROM kernel.audit_entry WHERE position <= $1::float8::bigint),
    checkpoints AS (DELETE FROM kernel.audit_checkpoint WHERE position <= $1::float8::bigint),
    cuts AS (DELETE FROM kernel.audit_cut WHERE position < $1::float8::bigint)
  INSERT INTO kernel.audit_cut (position, hash, at, signature) VALUES ($1::float8::bigint, $2, $3::timestamptz, $4)`;

/** Removes the batches of an owner's audit log that were sealed before a time, and says under the hub's signature that the log begins behind them. */
export async function pruneAudit({ owner, database, key, before }: { owner: string; database: Transaction; key: () => Promise<JWK>; before: Date }): Promise<void> {
  const [last] = await database.$queryRawUnsafe<{ position: number; hash: string }[]>(
    'SELECT position::float8 AS position, hash FROM kernel.audit_checkpoint WHERE at < $1::timestamptz ORDER BY position DESC LIMIT 1',
    before,
  );
  if (!last) return;
  const at = new Date();
  const signature = await signDetached(await key(), cutText({ owner, ...last, at: at.toISOString() }));
  await database.$executeRawUnsafe(remove, last.position, last.hash, at, signature);
}
