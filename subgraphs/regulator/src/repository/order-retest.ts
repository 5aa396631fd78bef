import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { objectionMachine } from '../domain/objection-machine.js';
import { retestMachine } from '../domain/retest-machine.js';
import type { OrderRetestInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedObjection } from './locked-objection.js';
import { lockedReceivedData } from './locked-received-data.js';
import { objectedData } from './objected-data.js';
import { versionsOfResult } from './versions-of-result.js';

/**
 * Orders a retest upon an objection (复检, after 5.4.1). The objection waits for its conclusion, and no decision on it is owed meanwhile.
 */
export async function orderRetest({ unit, caller, admit }: ActScope<RegulatorTransaction>, input: OrderRetestInput): Promise<ActResult> {
  const { tx, now } = unit;
  const { objectionId, expectedRevision } = input;
  const objection = admit(await lockedObjection(tx, objectionId, caller.partyId), { type: 'Objection', id: objectionId, field: 'objectionId', expectedRevision });
  const reason = requireText('reason', input.reason);
  const dueAt = requireFuture('dueAt', input.dueAt, now);
  const data = await objectedData(tx, objection);
  const monitoringDataId = data.id;
  // One retest of a result: its conclusion is final. Whoever orders one upon another objection at once waits here, and then finds it.
  await lockedReceivedData(tx, await versionsOfResult(tx, data), null);
  const before = await tx.retest.findFirst({ where: { document: data.document, state: { not: 'IMPOSSIBLE' } }, select: { number: true } });
  if (before) throw new Refusal('RETEST_ORDERED', { field: 'objectionId', parameters: { number: before.number } });
  const retest = await tx.retest.create({
    data: {
      number: await takeNumber(tx, 'RETEST', { holder: data.holder, at: now }),
      objectionId,
      monitoringDataId,
      document: data.document,
      planId: data.planId,
      reason,
      orderedAt: now,
      dueAt,
      ordered: { ...actRecord(unit) },
      holder: data.holder,
      concerned: [data.centerId],
      ...retestMachine.begin('orderRetest'),
    },
  });
  await tx.objection.update({ where: { id: objectionId }, data: { ...objectionMachine.move('orderRetest', objection), decideBy: null } });
  await unit.dropDuties('DecideObjection', objectionId);
  unit.emit({
    kind: 'RetestOrdered',
    subjectType: 'Retest',
    subjectId: retest.id,
    stamps: stampsOf(retest),
    receivers: { 'monitoring-center': { id: retest.id, regulatorId: retest.holder, monitoringDataId, dueAt: dueAt.toISOString() } },
  });
  return { valueId: retest.id };
}
