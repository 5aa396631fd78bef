import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { hazardDirectionMachine } from '../domain/hazard-direction-machine.js';
import type { EndDirectionInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedDirection } from './locked-direction.js';
import { openAnswerDuty } from './open-answer-duty.js';
import { throughPlatforms } from './through-platforms.js';

/** Accepts what an addressee has told to be done, and ends the direction, or sends it back with a reason (3.1 d). */
export async function endDirection(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: EndDirectionInput,
): Promise<ActResult> {
  const answered = admit(await lockedDirection(unit.tx, input.directionId, caller.partyId), {
    type: 'HazardDirection',
    id: input.directionId,
    field: 'directionId',
    expectedRevision: input.expectedRevision,
  });
  const accepted = input.outcome === 'ENDED';
  const reason = optionalText('reason', input.reason);
  if (!accepted && reason === null) {
    const problem = { en: 'a direction is sent back with a reason', 'zh-CN': '退回须说明理由' };
    throw new Refusal('VALUE_REQUIRED', { field: 'reason', parameters: { field: 'reason', problem } });
  }
  const dueAt = !accepted && input.dueAt ? requireFuture('dueAt', input.dueAt, unit.now) : answered.dueAt;
  const direction = await unit.tx.hazardDirection.update({
    where: { id: answered.id },
    data: {
      ...hazardDirectionMachine.move('endDirection', answered, accepted ? 'ENDED' : 'ISSUED'),
      ...(accepted ? { endReason: reason, ended: { ...actRecord(unit) } } : { sentBackReason: reason, dueAt }),
    },
  });
  await unit.closeDuties('EndDirection', direction.id);
  if (!accepted) await openAnswerDuty(unit, direction);
  unit.emit({
    kind: 'DirectionEnded',
    subjectType: 'HazardDirection',
    subjectId: direction.id,
    stamps: stampsOf(direction),
    receivers: throughPlatforms(direction, { id: direction.id, outcome: input.outcome, reason, dueAt: dueAt.toISOString() }),
  });
  return { valueId: direction.id };
}
