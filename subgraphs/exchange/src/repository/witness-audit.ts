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
  const before = await tx.auditWitness.findUnique({ where: { owner } });
  if (before && (before.brokenAt || Number(before.position) !== first - 1 || before.hash !== previous)) {
    if (!before.brokenAt) await tx.auditWitness.update({ where: { owner }, data: { brokenAt: now } });
    return false;
  }
  const told = { position: BigInt(position), hash, at: new Date(at) };
  await tx.auditWitness.upsert({ where: { owner }, create: { owner, ...told }, update: told });
  return true;
}
