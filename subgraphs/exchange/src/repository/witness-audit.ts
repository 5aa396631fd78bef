import type { ExchangeTransaction } from './database.js';

/**
 * Keeps how far an owner's audit log was told. What does not follow upon what was told before is not kept: the witness stays where the
 * log was whole, and says since when it is not.
 *
 * @returns whether it follows
 */
export async function witnessAudit(
  tx: ExchangeTransaction,
  owner: string,
  { first, position, previous, hash, at }: { readonly first: number; readonly position: number; readonly previous: string; readonly hash: string; readonly at: string },
  now: Date,
): Promise<boolean> {
  const kept = await tx.$executeRaw`
    INSERT INTO audit_witness AS before (owner, position, hash, at) VALUES (${owner}, ${position}, ${hash}, ${at}::timestamptz)
    ON CONFLICT (owner) DO UPDATE SET position = excluded.position, hash = excluded.hash, at = excluded.at
    WHERE before.broken_at IS NULL AND before.position = ${first - 1} AND before.hash = ${previous}`;
  if (kept === 0) await tx.auditWitness.updateMany({ where: { owner, brokenAt: null }, data: { brokenAt: now } });
  return kept > 0;
}
