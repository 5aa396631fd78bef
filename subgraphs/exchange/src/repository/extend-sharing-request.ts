import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { limitEnds } from '../domain/limit-ends.js';
import type { ExtendSharingRequestInput } from '../generated/graphql.js';
import { admittedSharingRequest } from './admitted-sharing-request.js';
import type { ExchangeTransaction } from './database.js';
import { moveSharingRequest } from './move-sharing-request.js';
import { answerDuty, openAnswerDuty } from './open-answer-duty.js';

/** Takes more time for a request, once, with a reason (延期, 5.4.3 b): what was owed by the first limit is owed by the second. */
export function extendSharingRequest(calendar: WorkingCalendar) {
  return async (scope: ActScope<ExchangeTransaction>, input: ExtendSharingRequestInput): Promise<ActResult> => {
    const { unit, caller } = scope;
    const request = await admittedSharingRequest(scope, input, 'answering');
    // What is late is not made timely by asking for more time.
    if (request.dueAt <= unit.now) throw new Refusal('SHARING_LIMIT_PASSED', { parameters: { number: request.number } });
    const extensionReason = requireText('reason', input.reason);
    // The limit ends with a day: the last instant of it is the day from which the second is counted.
    const dueAt = limitEnds(new Date(request.dueAt.getTime() - 1), (await unit.limits())[answerDuty].extension, calendar);
    await unit.dropDuties(answerDuty, request.id);
    await openAnswerDuty(unit, request, { id: caller.partyId, kind: caller.kind }, dueAt);
    return moveSharingRequest(unit, 'extendSharingRequest', request, { extensionReason, dueAt });
  };
}
