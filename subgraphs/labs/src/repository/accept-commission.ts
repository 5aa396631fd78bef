import { randomUUID } from 'node:crypto';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CommissionAcceptance } from '@hub/prisma/labs/generated/client.js';
import { answerToCommission } from '../domain/answer-to-commission.js';
import { commissionAcceptanceMachine } from '../domain/commission-acceptance-machine.js';
import type { CommissionedSample } from '../domain/commission-content.js';
import { sampleReceiptMachine } from '../domain/sample-receipt-machine.js';
import type { AcceptCommissionInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { lapseCorrections } from './lapse-corrections.js';

/** Answers a commission (接受委托, 3.3 a): the desk is cleared, the centre is told, and who accepts expects samples and owes reports. */
export async function acceptCommission(
  { unit, admit }: ActScope<LabsTransaction>,
  input: AcceptCommissionInput,
): Promise<ActResult> {
  const received = admit(await unit.tx.commissionAcceptance.findUnique({ where: { id: input.commissionId } }), {
    type: 'CommissionAcceptance',
    id: input.commissionId,
    field: 'commissionId',
    expectedRevision: input.expectedRevision,
  });
  const { state, ...answer } = answerToCommission(input, received.agreedDueAt, unit.now);
  const [acceptance] = await unit.tx.commissionAcceptance.updateManyAndReturn({
    where: { id: received.id, revision: received.revision },
    data: {
      ...answer,
      answered: { ...actRecord(unit) },
      ...commissionAcceptanceMachine.move('acceptCommission', received, state),
    },
  });
  if (!acceptance) throw new Refusal('CONCURRENT_CHANGE', { field: 'commissionId', parameters: { type: 'CommissionAcceptance' } });
  await unit.closeDuties('AcceptCommission', acceptance.id);
  if (state === 'DECLINED') await lapseCorrections(unit, acceptance.id, 'acceptCommission');
  if (state === 'ACCEPTED') {
    await expectSamples(unit, acceptance);
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
        answer: state,
      },
    },
  });
  return { valueId: acceptance.id };
}

/** From now on each sample of the commission is expected (收样, 5.3.1). */
async function expectSamples({ tx, now }: UnitOfWork<LabsTransaction>, acceptance: CommissionAcceptance): Promise<void> {
  const samples = acceptance.samples as unknown as CommissionedSample[];
  await tx.sampleReceipt.createMany({
    data: samples.map(({ id: sampleId, blindNumber, productKind, quantity }) => ({
      id: randomUUID(),
      commissionId: acceptance.id,
      sampleId,
      blindNumber,
      productKind,
      quantity,
      expectedSince: now,
      holder: acceptance.holder,
      concerned: acceptance.concerned,
      ...sampleReceiptMachine.begin('acceptCommission'),
    })),
  });
}
