import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { randomNumber } from '@hub/kernel/numbers/random-number.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { limitEnds } from '../domain/limit-ends.js';
import { fieldsAppliedFor } from './fields-applied-for.js';
import { sharingRequestMachine } from '../domain/sharing-request-machine.js';
import type { RequestSharingInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { holdersAsked } from './holders-asked.js';
import { answerDuty, openAnswerDuty } from './open-answer-duty.js';

/** Puts an application to each holder (共享申请, 5.4.3 b) and starts its clock; the value is the application. */
export function requestSharing(calendar: WorkingCalendar) {
  return async ({ unit, caller }: ActScope<ExchangeTransaction>, input: RequestSharingInput): Promise<ActResult> => {
    const asked = await holdersAsked(unit.tx, fieldsAppliedFor(input, caller), input, caller);
    const content = {
      application: randomUUID(),
      applicantId: caller.partyId,
      ...(input.subjectId != null && { subjectType: input.resource ?? null, subjectId: input.subjectId }),
      purpose: input.purpose,
      explanation: optionalText('explanation', input.explanation),
      until: requireFuture('until', input.until, unit.now),
      requested: { ...actRecord(unit) },
      requestedAt: unit.now,
      dueAt: limitEnds(unit.now, (await unit.limits())[answerDuty].within, calendar),
    };
    for (const { holder, fields } of asked) {
      const request = await unit.tx.sharingRequest.create({
        data: { ...content, number: randomNumber('GX', unit.now), fields, holder: holder.id, concerned: [caller.partyId], ...sharingRequestMachine.begin('requestSharing') },
      });
      unit.emit({ kind: 'SharingRequested', subjectType: 'SharingRequest', subjectId: request.id, stamps: stampsOf(request), receivers: {} });
      await openAnswerDuty(unit, request, holder, request.dueAt);
    }
    return { valueId: content.application };
  };
}
