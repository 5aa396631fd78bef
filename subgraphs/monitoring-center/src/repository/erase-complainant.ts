import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { destroyPersonalKeys } from '@hub/kernel/personal/personal-data.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { complainantMachine } from '../domain/complainant-machine.js';
import type { EraseComplainantInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Erases what is kept of a complainant on request (删除个人信息, 5.4.3 d): the key goes, hash and act remain. */
export async function eraseComplainant({ unit, admit }: ActScope<MonitoringCenterTransaction>, { complainantId, expectedRevision, reason }: EraseComplainantInput): Promise<ActResult> {
  const { tx } = unit;
  const complainant = admit(await tx.complainant.findUnique({ where: { id: complainantId } }), { type: 'Complainant', id: complainantId, field: 'complainantId', expectedRevision });
  const [erased] = await tx.complainant.updateManyAndReturn({
    where: { id: complainant.id, revision: complainant.revision },
    data: { ...complainantMachine.move('eraseComplainant', complainant), sealed: null, erased: { ...actRecord(unit) }, erasureReason: requireText('reason', reason) },
  });
  if (!erased) throw new Refusal('CONCURRENT_CHANGE', { field: 'complainantId', parameters: { type: 'Complainant' } });
  await destroyPersonalKeys(tx, [erased.id]);
  unit.emit({ kind: 'ComplainantErased', subjectType: 'Complainant', subjectId: erased.id, stamps: stampsOf(erased), receivers: {} });
  return { valueId: erased.id };
}
