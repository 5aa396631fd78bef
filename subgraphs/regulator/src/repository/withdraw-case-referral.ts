import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { caseReferralMachine } from '../domain/case-referral-machine.js';
import type { WithdrawCaseReferralInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedReferral } from './locked-referral.js';

/** Withdraws a referral that is not answered yet (撤回移送, 3.1 d): no reply is owed any more. */
export async function withdrawCaseReferral(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: WithdrawCaseReferralInput,
): Promise<ActResult> {
  const { referralId: id, expectedRevision } = input;
  const before = admit(await lockedReferral(unit.tx, id, caller.partyId), { type: 'CaseReferral', id, field: 'referralId', expectedRevision });
  const withdrawReason = requireText('reason', input.reason);
  const referral = await unit.tx.caseReferral.update({ where: { id }, data: { ...caseReferralMachine.move('withdrawCaseReferral', before), withdrawReason } });
  await unit.dropDuties('AnswerCaseReferral', id);
  unit.emit({ kind: 'CaseReferralWithdrawn', subjectType: 'CaseReferral', subjectId: id, stamps: stampsOf(referral), receivers: {} });
  return { valueId: id };
}
