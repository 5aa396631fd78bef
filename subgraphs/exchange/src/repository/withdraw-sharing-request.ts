import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { WithdrawSharingRequestInput } from '../generated/graphql.js';
import { admittedSharingRequest } from './admitted-sharing-request.js';
import type { ExchangeTransaction } from './database.js';
import { moveSharingRequest } from './move-sharing-request.js';
import { answerDuty } from './open-answer-duty.js';

/** Withdraws a request of one's own (撤回申请): nobody owes an answer any more. */
export async function withdrawSharingRequest(scope: ActScope<ExchangeTransaction>, input: WithdrawSharingRequestInput): Promise<ActResult> {
  const request = await admittedSharingRequest(scope, input, 'applicant');
  await scope.unit.dropDuties(answerDuty, request.id);
  return moveSharingRequest(scope.unit, 'withdrawSharingRequest', request, {});
}
