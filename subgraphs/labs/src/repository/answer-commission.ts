import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { answerToCommission } from '../domain/answer-to-commission.js';
import type { AcceptCommissionInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';

/** Answers a commission (接受委托, 3.3 a): the desk is cleared, the centre is told, and who accepts owes reports. */
export async function answerCommission(
  { unit, admit }: ActScope<LabsTransaction>,
  input: AcceptCommissionInput,
): Promise<ActResult> {
  const received = admit(await unit.tx.commissionAcceptance.findUnique({ where: { id: input.commissionId } }), {
    type: 'CommissionAcceptance',
    id: input.commissionId,
    field: 'commissionId',
    expectedRevision: input.expectedRevision,
  });
  const answer = answerToCommission(input, received.agreedDueAt, unit.now);
  const [acceptance] = await unit.tx.commissionAcceptance.updateManyAndReturn({
    where: { id: received.id, revision: received.revision },
    data: {
      ...answer,
      answered: { ...actRecord(unit) },
      reached: [...received.reached, answer.state],
      revision: { increment: 1 },
    },
  });
  if (!acceptance) throw new Refusal('CONCURRENT_CHANGE', { parameters: { type: 'CommissionAcceptance' } });
  await unit.closeDuties('AcceptCommission', acceptance.id);
  if (answer.state === 'ACCEPTED') {
    await unit.openDuty({
      kind: 'IssueInspectionReport',
      subjectType: 'InspectionCommission',
      subjectId: acceptance.id,
      partyId: acceptance.holder,
      role: 'SIGNATORY',
      dueAt: acceptance.agreedDueAt,
      concerned: acceptance.concerned,
    });
  }
  unit.emit({
    kind: 'CommissionAnswered',
    subjectType: 'CommissionAcceptance',
    subjectId: acceptance.id,
    stamps: stampsOf(acceptance),
    receivers: {
      'monitoring-center': {
        commissionId: acceptance.id,
        labId: acceptance.holder,
        answer: answer.state,
      },
    },
  });
  return { valueId: acceptance.id };
}
