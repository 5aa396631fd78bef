import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { answeringRole } from '../domain/answering-role.js';
import type { ExchangeTransaction } from './database.js';

/** The kind of duty by which an answer to a request to correct data is owed. */
export const correctionDuty = 'AnswerDataCorrection';

/** The holder owes an answer by a time; the requester follows it. */
export function openCorrectionDuty(
  unit: UnitOfWork<ExchangeTransaction>,
  correction: { readonly id: string; readonly requesterId: string },
  holder: { readonly id: string; readonly kind: string },
  dueAt: Date,
): Promise<void> {
  return unit.openDuty({
    ...{ kind: correctionDuty, subjectType: 'DataCorrection', subjectId: correction.id },
    ...{ partyId: holder.id, role: answeringRole(holder.kind), dueAt, concerned: [correction.requesterId] },
  });
}
