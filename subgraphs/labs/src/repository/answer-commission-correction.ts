import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireAgreement } from '@hub/kernel/validation/require-agreement.js';
import { commissionCorrectionMachine } from '../domain/commission-correction-machine.js';
import type { AnswerCommissionCorrectionInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { heldCorrection } from './held-correction.js';
import { letCommissionGo } from './let-commission-go.js';

/**
 * Answers a correction that the centre asks for (答复委托更正, clause 4). What is agreed holds at the lab from now on, and the centre carries it out as it hears of it.
 *
 * @throws Refusal VALUE_REQUIRED, VALUE_INVALID
 */
export async function answerCommissionCorrection({ unit, caller, admit }: ActScope<LabsTransaction>, input: AnswerCommissionCorrectionInput): Promise<ActResult> {
  const { correctionId: id, expectedRevision } = input;
  const received = admit(await heldCorrection(unit.tx, id, caller.partyId), { type: 'CommissionCorrection', id, field: 'correctionId', expectedRevision });
  const { answer, answerReason } = requireAgreement(input);
  const correction = await unit.tx.commissionCorrection.update({
    where: { id },
    data: { ...commissionCorrectionMachine.move('answerCommissionCorrection', received, answer), answered: { ...actRecord(unit) }, answerReason },
  });
  // Of labels nothing changes at the lab: the samples are of one product, and what they were bought as is the centre's.
  if (answer === 'AGREED' && correction.kind === 'COMMISSION_WITHDRAWAL') await letCommissionGo(unit, correction);
  await unit.closeDuties('AnswerCommissionCorrection', id);
  unit.emit({
    kind: 'CommissionCorrectionAnswered',
    subjectType: 'CommissionCorrection',
    subjectId: id,
    stamps: stampsOf(correction),
    receivers: { 'monitoring-center': { correctionId: id, partyId: correction.holder, answer, reason: answerReason } },
  });
  return { valueId: id };
}
