import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { inspectionCommissionMachine } from '../domain/inspection-commission-machine.js';
import type { WithdrawCommissionInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockedCommission } from './locked-commission.js';
import { releaseSamples } from './release-samples.js';
import { requireNothingProposed } from './require-nothing-proposed.js';

/**
 * Withdraws a commission that no lab has answered yet, with a reason (撤回委托, clause 4): its samples are free for another, its lab is told and owes nothing any more.
 * Nothing of it was dispatched, for that waits for the lab's word; so it ends at the lab too where the answer and the withdrawal cross.
 *
 * @throws Refusal STATE_NOT_POSSIBLE once the lab has answered, CORRECTION_PROPOSED, VALUE_REQUIRED
 */
export async function withdrawCommission({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, input: WithdrawCommissionInput): Promise<ActResult> {
  const { commissionId: id, expectedRevision } = input;
  const { tx } = unit;
  const before = admit(await lockedCommission(tx, id, caller.partyId), { type: 'InspectionCommission', id, field: 'commissionId', expectedRevision });
  await requireNothingProposed(tx, 'commissionId', before.sampleIds);
  const withdrawalReason = requireText('reason', input.reason, 1000);
  const commission = await tx.inspectionCommission.update({
    where: { id },
    data: { ...inspectionCommissionMachine.move('withdrawCommission', before), withdrawn: { ...actRecord(unit) }, withdrawalReason },
  });
  await releaseSamples(tx, commission, 'withdrawCommission');
  unit.emit({
    kind: 'CommissionWithdrawn',
    subjectType: 'InspectionCommission',
    subjectId: id,
    stamps: stampsOf(commission),
    receivers: { labs: { commissionId: id, labId: commission.labId, reason: withdrawalReason } },
  });
  return { valueId: id };
}
