import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { usersWithRole } from '@hub/kernel/members/users-with-role.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { HandOverSampleInput } from '../generated/graphql.js';
import { admittedReceipt } from './admitted-receipt.js';
import type { LabsTransaction } from './database.js';

/** Hands a sample from one technician to another; who holds it does, or who takes it over (样品交接, 5.3.1). */
export async function handOverSample(scope: ActScope<LabsTransaction>, input: HandOverSampleInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const { id, custodian, holder } = await admittedReceipt(scope, input);
  const { toUserId } = input;
  if (custodian !== null && caller.userId !== custodian && caller.userId !== toUserId) {
    throw new Refusal('CUSTODY_NOT_YOURS', { field: 'receiptId', parameters: { custodian } });
  }
  requireValid(toUserId !== custodian, 'toUserId', { en: 'it is in these hands already', 'zh-CN': '样品已由该人保管' }, { en: 'another technician', 'zh-CN': '另一名检验员' });
  const technicians = await usersWithRole(unit.tx, holder, 'TECHNICIAN', [toUserId]);
  if (!technicians.has(toUserId)) throw new Refusal('NOT_FOUND', { field: 'toUserId', parameters: { type: 'TECHNICIAN', id: toUserId } });
  const purpose = requireText('purpose', input.purpose, 400);
  await unit.tx.custodyEntry.create({ data: { id: randomUUID(), receiptId: id, at: unit.now, fromUserId: custodian, toUserId, purpose } });
  const receipt = await unit.tx.sampleReceipt.update({ where: { id }, data: { custodian: toUserId, revision: { increment: 1 } } });
  unit.emit({ kind: 'SampleHandedOver', subjectType: 'SampleReceipt', subjectId: id, stamps: stampsOf(receipt), receivers: {} });
  return { valueId: id };
}
