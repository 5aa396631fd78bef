import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SigningKey } from '@hub/prisma/labs/generated/client.js';
import { nameOfKey } from './name-of-key.js';
import type { Signatory, Signer } from '../domain/signer.js';
import { signingKeyMachine } from '../domain/signing-key-machine.js';
import type { LabsTransaction } from './database.js';
import { lockKeysOf } from './lock-keys-of.js';

/**
 * Issues a key to a signatory; the one in force, if there is one, goes on signing for the overlap. Of several at once one is issued,
 * and all find it.
 *
 * @param overlap in milliseconds
 * @throws Refusal SIGNER_UNAVAILABLE, SIGNER_REFUSED
 */
export async function issueKey(unit: UnitOfWork<LabsTransaction>, signer: Signer, { labId, userId }: Signatory, overlap: number, cause: 'issueSigningKey' | 'issueInspectionReport'): Promise<SigningKey> {
  const { tx, now } = unit;
  await lockKeysOf(tx, { labId, userId });
  const before = await tx.signingKey.findFirst({ where: { holder: labId, userId, state: 'IN_FORCE' } });
  // What another has just issued is what was wanted, where a first one was.
  if (before?.signer === signer.name && cause === 'issueInspectionReport') return before;
  const { publicJwk, privateJwe } = await signer.makeKey({ labId, userId });
  const id = await nameOfKey(publicJwk);
  if (await tx.signingKey.findUnique({ where: { id }, select: { id: true } })) {
    throw new Refusal('SIGNER_REFUSED', { parameters: { problem: { en: 'it gives a key that it has given before, and not a new one', 'zh-CN': '签名服务给出的是此前已给出的密钥，而非新密钥' } } });
  }
  const json: object = publicJwk;
  if (before) await rotate(unit, before, id, overlap);
  const key = await tx.signingKey.create({
    data: { id, userId, publicJwk: json, signer: signer.name, privateJwe, issuedAt: now, holder: labId, concerned: [], ...signingKeyMachine.begin(cause) },
  });
  unit.emit({ kind: 'SigningKeyIssued', subjectType: 'SigningKey', subjectId: id, stamps: stampsOf(key), receivers: {} });
  return key;
}

async function rotate(unit: UnitOfWork<LabsTransaction>, before: SigningKey, replacedById: string, overlap: number): Promise<void> {
  const rotated = await unit.tx.signingKey.update({
    where: { id: before.id },
    // From now on the new one signs; what the hub has kept of the old one serves nobody.
    data: { privateJwe: null, replacedById, signsUntil: new Date(unit.now.getTime() + overlap), ...signingKeyMachine.move('SigningKeyRotated', before) },
  });
  unit.emit({ kind: 'SigningKeyRotated', subjectType: 'SigningKey', subjectId: before.id, stamps: stampsOf(rotated), receivers: {} });
}
