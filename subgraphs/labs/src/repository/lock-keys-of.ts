import type { Signatory } from '../domain/signer.js';
import type { LabsTransaction } from './database.js';

/** Whoever issues a key to the same signatory waits here, to the commit. */
export async function lockKeysOf(tx: LabsTransaction, { labId, userId }: Signatory): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['signing-key', labId, userId])}, 0))`;
}
