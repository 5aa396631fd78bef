import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { membershipApplicationMachine } from '../domain/membership-application-machine.js';
import type { WithdrawMembershipApplicationInput } from '../generated/graphql.js';
import { admittedMembershipApplication } from './admitted-membership-application.js';
import type { ExchangeTransaction } from './database.js';

/** Takes an application back that was not decided (撤回入会申请, 5.4.4). */
export async function withdrawMembershipApplication(scope: ActScope<ExchangeTransaction>, input: WithdrawMembershipApplicationInput): Promise<ActResult> {
  const { unit } = scope;
  const application = await admittedMembershipApplication(scope, input);
  const decisionReason = requireText('reason', input.reason, 1000);
  const data = { decided: { ...actRecord(unit) }, decisionReason, ...membershipApplicationMachine.move('withdrawMembershipApplication', application) };
  const withdrawn = await unit.tx.membershipApplication.update({ where: { id: application.id }, data });
  unit.emit({ kind: 'MembershipApplicationWithdrawn', subjectType: 'MembershipApplication', subjectId: application.id, stamps: stampsOf(withdrawn), receivers: {} });
  return { valueId: application.id };
}
