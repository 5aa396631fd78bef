import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { clientKeyMachine } from '../domain/client-key-machine.js';
import type { RevokeClientKeyInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { requireAdministrator } from './require-administrator.js';
import { tellParticipant } from './tell-participant.js';

/** Revokes a key of a system of the caller's party, at once and for good, and tells every owner (系统密钥吊销, 5.4.4). @throws Refusal ADMINISTRATOR_NO_MORE, VALUE_REQUIRED */
export async function revokeClientKey({ unit, caller, admit }: ActScope<ExchangeTransaction>, input: RevokeClientKeyInput): Promise<ActResult> {
  const { clientKeyId: id, expectedRevision } = input;
  await requireAdministrator(unit.tx, caller);
  const key = admit(await unit.tx.clientKey.findUnique({ where: { id } }), { type: 'ClientKey', id, field: 'clientKeyId', expectedRevision });
  const revocationReason = requireText('reason', input.reason, 1000);
  const revoked = await unit.tx.clientKey.update({
    where: { id },
    data: { revoked: { ...actRecord(unit) }, revocationReason, ...clientKeyMachine.move('revokeClientKey', key) },
  });
  unit.emit({ kind: 'ClientKeyRevoked', subjectType: 'ClientKey', subjectId: id, stamps: stampsOf(revoked), receivers: {} });
  await tellParticipant(unit, key.holder);
  return { valueId: id };
}
