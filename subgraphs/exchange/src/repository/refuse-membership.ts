import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { membershipApplicationMachine } from '../domain/membership-application-machine.js';
import type { RefuseMembershipInput } from '../generated/graphql.js';
import { admittedMembershipApplication } from './admitted-membership-application.js';
import type { ExchangeTransaction } from './database.js';

/** Refuses a party (不予入会, 5.4.4), with the reason. */
export async function refuseMembership(scope: ActScope<ExchangeTransaction>, input: RefuseMembershipInput): Promise<ActResult> {
  const { unit } = scope;
  const application = await admittedMembershipApplication(scope, input);
  const decisionReason = requireText('reason', input.reason, 1000);
  const data = { decided: { ...actRecord(unit) }, decisionReason, ...membershipApplicationMachine.move('refuseMembership', application) };
  const refused = await unit.tx.membershipApplication.update({ where: { id: application.id }, data });
  unit.emit({ kind: 'MembershipRefused', subjectType: 'MembershipApplication', subjectId: application.id, stamps: stampsOf(refused), receivers: {} });
  return { valueId: application.id };
}
