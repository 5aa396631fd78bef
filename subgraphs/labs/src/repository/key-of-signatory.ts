import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SigningKey } from '@hub/prisma/labs/generated/client.js';
import type { Signatory, Signer } from '../domain/signer.js';
import type { LabsTransaction } from './database.js';
import { issueKey } from './issue-key.js';
import { lockKeysOf } from './lock-keys-of.js';

/** What was signed by the signer before is on its way for some days. */
const overlapOfSigners = 7 * 86_400_000;

/**
 * The key by which a signatory signs: that in force, of the signer that the hub has now. The first one is made on first use; after
 * a revocation a new one is issued by an act, for somebody has to see why.
 *
 * @throws Refusal SIGNING_KEY_REVOKED, SIGNER_UNAVAILABLE, SIGNER_REFUSED
 */
export async function keyOfSignatory(unit: UnitOfWork<LabsTransaction>, signer: Signer, signatory: Signatory): Promise<SigningKey> {
  const found = await latestKey(unit.tx, signatory);
  if (found?.signer === signer.name) {
    const held = await heldKey(unit.tx, found.id);
    if (held.state !== 'ROTATED') return requireInForce(held);
  }
  // Whoever is to issue a key waits for others who do before it holds one: two that held the same would wait for each other.
  await lockKeysOf(unit.tx, signatory);
  const latest = await latestKey(unit.tx, signatory);
  if (!latest) return issueKey(unit, signer, signatory, overlapOfSigners, 'issueInspectionReport');
  const key = requireInForce(await heldKey(unit.tx, latest.id));
  return key.signer === signer.name ? key : issueKey(unit, signer, signatory, overlapOfSigners, 'issueInspectionReport');
}

/** The key in force, or else the one issued last. */
async function latestKey(tx: LabsTransaction, { labId, userId }: Signatory): Promise<Pick<SigningKey, 'id' | 'signer'> | undefined> {
  const [latest] = await tx.$queryRaw<Pick<SigningKey, 'id' | 'signer'>[]>`
    SELECT kid AS id, signer FROM signing_key WHERE holder = ${labId} AND user_id = ${userId} ORDER BY state = 'IN_FORCE' DESC, issued_at DESC, kid LIMIT 1`;
  return latest;
}

/** A key that is not revoked while it signs. */
async function heldKey(tx: LabsTransaction, id: string): Promise<SigningKey> {
  await tx.$queryRaw`SELECT kid FROM signing_key WHERE kid = ${id} FOR SHARE`;
  return tx.signingKey.findUniqueOrThrow({ where: { id } });
}

function requireInForce(key: SigningKey): SigningKey {
  if (key.state !== 'IN_FORCE') throw new Refusal('SIGNING_KEY_REVOKED', { field: 'reportId', parameters: { key: key.id, at: key.revokedAt?.toISOString() ?? '' } });
  return key;
}
