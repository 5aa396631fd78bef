import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { answeringRole } from '../domain/answering-role.js';
import type { ExchangeTransaction } from './database.js';

/** The kind of duty by which an answer to a request is owed. */
export const answerDuty = 'AnswerSharingRequest';

/** Somebody owes an answer to a request by a time; the applicant follows it. */
export function openAnswerDuty(
  unit: UnitOfWork<ExchangeTransaction>,
  request: { readonly id: string; readonly applicantId: string },
  answering: { readonly id: string; readonly kind: string },
  dueAt: Date,
): Promise<void> {
  return unit.openDuty({
    ...{ kind: answerDuty, subjectType: 'SharingRequest', subjectId: request.id },
    ...{ partyId: answering.id, role: answeringRole(answering.kind), dueAt, concerned: [request.applicantId] },
  });
}
