import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { signingKeyMachine } from '../domain/signing-key-machine.js';
import type { RevokeSigningKeyInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';

/**
 * Revokes a key from now on (密钥吊销, 3.3): whatever it has signed and a centre has not received by then is refused. The time is that of the act: a lab
 * cannot take back what a centre has received.
 */
export async function revokeSigningKey({ unit, caller, admit }: ActScope<LabsTransaction>, { keyId, expectedRevision, reason }: RevokeSigningKeyInput): Promise<ActResult> {
  // Whoever is signing with it has ended first; for another lab's key nobody waits.
  await unit.tx.$queryRaw`SELECT kid FROM signing_key WHERE kid = ${keyId} AND holder = ${caller.partyId} FOR UPDATE`;
  const key = admit(await unit.tx.signingKey.findUnique({ where: { id: keyId } }), { type: 'SigningKey', id: keyId, field: 'keyId', expectedRevision });
  const revoked = await unit.tx.signingKey.update({
    where: { id: key.id },
    // Nobody signs with it any more, whoever gets at the database.
    data: { privateJwe: null, revokedAt: unit.now, revocationReason: reason, ...signingKeyMachine.move('revokeSigningKey', key) },
  });
  unit.emit({
    kind: 'SigningKeyRevoked',
    subjectType: 'SigningKey',
    subjectId: key.id,
    stamps: stampsOf(revoked),
    receivers: { 'monitoring-center': { keyId: key.id, labId: key.holder, revokedAt: unit.now.toISOString(), reason } },
  });
  return { valueId: key.id };
}
