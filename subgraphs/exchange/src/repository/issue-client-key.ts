import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { clientKeyProofProblem } from '@hub/kernel/identity/client-key-proof.js';
import { isRoleOfSystem } from '@hub/kernel/identity/client-keys.js';
import { keyThumbprint } from '@hub/kernel/identity/key-thumbprint.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { overlapOfKeys } from '@hub/kernel/validation/overlap-of-keys.js';
import { requirePublicJwk } from '@hub/kernel/validation/require-public-jwk.js';
import type { ClientKey } from '@hub/prisma/exchange/generated/client.js';
import { clientKeyMachine } from '../domain/client-key-machine.js';
import type { IssueClientKeyInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { requireAdministrator } from './require-administrator.js';
import { tellParticipant } from './tell-participant.js';

// As the schema has it.
const usualOverlap = 'P7D';

/**
 * Lets a system of the caller's party sign its own tokens (系统密钥签发、轮换, 5.4.4), and tells every owner. Of a user one key is in force; the one before goes on counting for the overlap.
 *
 * @throws Refusal ADMINISTRATOR_NO_MORE, NOT_FOUND, USER_NOT_ACTIVE, KEY_OF_ADMINISTRATOR, VALUE_INVALID, CLIENT_KEY_UNPROVED, CLIENT_KEY_KNOWN
 */
export async function issueClientKey({ unit, caller, admit }: ActScope<ExchangeTransaction>, input: IssueClientKeyInput): Promise<ActResult> {
  const { tx, now } = unit;
  const { userId, overlap = usualOverlap } = input;
  await requireAdministrator(tx, caller);
  const user = admit(await tx.participantUser.findUnique({ where: { id: userId } }), { type: 'ParticipantUser', id: userId, field: 'userId' });
  if (!user.active) throw new Refusal('USER_NOT_ACTIVE', { field: 'userId', parameters: { user: userId } });
  const role = user.roles.find((each) => !isRoleOfSystem(each));
  if (role !== undefined) throw new Refusal('KEY_OF_ADMINISTRATOR', { field: 'userId', parameters: { user: userId, role } });
  const publicJwk = requirePublicJwk('publicJwk', input.publicJwk);
  const problem = await clientKeyProofProblem(input.proof, publicJwk, { userId, partyId: user.participantId });
  if (problem) throw new Refusal('CLIENT_KEY_UNPROVED', { field: 'proof', parameters: { user: userId, problem } });
  const id = await keyThumbprint(publicJwk);
  const overlapping = overlapOfKeys(overlap);
  if (await tx.clientKey.findUnique({ where: { id }, select: { id: true } })) throw new Refusal('CLIENT_KEY_KNOWN', { field: 'publicJwk', parameters: { key: id } });
  const before = await tx.clientKey.findFirst({ where: { userId, state: 'IN_FORCE' } });
  if (before) await rotate(unit, before, id, overlapping);
  const key = await tx.clientKey.create({
    data: { id, userId, publicJwk, issued: { ...actRecord(unit) }, issuedAt: now, holder: user.participantId, concerned: [], ...clientKeyMachine.begin('issueClientKey') },
  });
  unit.emit({ kind: 'ClientKeyIssued', subjectType: 'ClientKey', subjectId: id, stamps: stampsOf(key), receivers: {} });
  await tellParticipant(unit, user.participantId);
  return { valueId: id };
}

async function rotate(unit: UnitOfWork<ExchangeTransaction>, before: ClientKey, replacedById: string, overlap: number): Promise<void> {
  const rotated = await unit.tx.clientKey.update({
    where: { id: before.id },
    data: { replacedById, usableUntil: new Date(unit.now.getTime() + overlap), ...clientKeyMachine.move('ClientKeyRotated', before) },
  });
  unit.emit({ kind: 'ClientKeyRotated', subjectType: 'ClientKey', subjectId: before.id, stamps: stampsOf(rotated), receivers: {} });
}
