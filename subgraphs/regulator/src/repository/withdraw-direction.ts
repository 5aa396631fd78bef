import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { hazardDirectionMachine } from '../domain/hazard-direction-machine.js';
import type { WithdrawDirectionInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedDirection } from './locked-direction.js';
import { throughPlatforms } from './through-platforms.js';

/** Withdraws a direction that is followed (撤回, 3.1 d): nobody owes anything under it any more. */
export async function withdrawDirection(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: WithdrawDirectionInput,
): Promise<ActResult> {
  const followed = admit(await lockedDirection(unit.tx, input.directionId, caller.partyId), {
    type: 'HazardDirection',
    id: input.directionId,
    field: 'directionId',
    expectedRevision: input.expectedRevision,
  });
  const reason = requireText('reason', input.reason);
  const direction = await unit.tx.hazardDirection.update({
    where: { id: followed.id },
    data: { ...hazardDirectionMachine.move('withdrawDirection', followed), endReason: reason, ended: { ...actRecord(unit) } },
  });
  await unit.dropDuties('RecordDirectionAnswer', direction.id);
  await unit.dropDuties('EndDirection', direction.id);
  unit.emit({
    kind: 'DirectionEnded',
    subjectType: 'HazardDirection',
    subjectId: direction.id,
    stamps: stampsOf(direction),
    receivers: throughPlatforms(direction, {
      id: direction.id,
      outcome: direction.state,
      reason,
      dueAt: direction.dueAt.toISOString(),
    }),
  });
  return { valueId: direction.id };
}
