import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SigningKey } from '@hub/prisma/labs/generated/client.js';
import type { Signatory, Signer } from '../domain/signer.js';
import type { LabsTransaction } from './database.js';
import { issueKey } from './issue-key.js';

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
  // Another took its place while it was waited for, and was not to be seen when the waiting began.
  const key = found?.state === 'ROTATED' ? await latestKey(unit.tx, signatory) : found;
  if (key && key.state !== 'IN_FORCE') throw new Refusal('SIGNING_KEY_REVOKED', { field: 'reportId', parameters: { key: key.id, at: key.revokedAt?.toISOString() ?? '' } });
  return key?.signer === signer.name ? key : issueKey(unit, signer, signatory, overlapOfSigners, 'issueInspectionReport');
}

/** The key in force, or else the one issued last, locked so that it is not revoked while it signs. */
async function latestKey(tx: LabsTransaction, { labId, userId }: Signatory): Promise<SigningKey | null> {
  const [latest] = await tx.$queryRaw<{ id: string }[]>`
    SELECT kid AS id FROM signing_key WHERE holder = ${labId} AND user_id = ${userId} ORDER BY state = 'IN_FORCE' DESC, issued_at DESC, kid LIMIT 1 FOR SHARE`;
  return latest ? tx.signingKey.findUniqueOrThrow({ where: { id: latest.id } }) : null;
}
