import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { RefuseSharingInput } from '../generated/graphql.js';
import { admittedSharingRequest } from './admitted-sharing-request.js';
import type { ExchangeTransaction } from './database.js';
import { moveSharingRequest } from './move-sharing-request.js';
import { answerDuty } from './open-answer-duty.js';

/** Refuses a request on a legal ground (不予授权, 5.4.3 b). */
export async function refuseSharing(scope: ActScope<ExchangeTransaction>, input: RefuseSharingInput): Promise<ActResult> {
  const request = await admittedSharingRequest(scope, input, 'answering');
  const refusalGround = requireText('ground', input.ground);
  await scope.unit.closeDuties(answerDuty, request.id);
  return moveSharingRequest(scope.unit, 'refuseSharing', request, { decided: { ...actRecord(scope.unit) }, refusalGround });
}
