import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireAgreement } from '@hub/kernel/validation/require-agreement.js';
import { sellerCorrectionMachine } from '../domain/seller-correction-machine.js';
import type { AnswerSellerCorrectionInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedSellerCorrection } from './locked-seller-correction.js';

/**
 * Answers a correction of the seller that the centre asks for (答复电商更正, clause 4). What rests on the version that names the wrong one gives way with it, when the new version comes.
 *
 * @throws Refusal VALUE_REQUIRED, VALUE_INVALID
 */
export async function answerSellerCorrection({ unit, caller, admit }: ActScope<RegulatorTransaction>, input: AnswerSellerCorrectionInput): Promise<ActResult> {
  const { correctionId: id, expectedRevision } = input;
  const received = admit(await lockedSellerCorrection(unit.tx, id, caller.partyId), { type: 'SellerCorrection', id, field: 'correctionId', expectedRevision });
  const { answer, answerReason } = requireAgreement(input);
  const correction = await unit.tx.sellerCorrection.update({
    where: { id },
    data: { ...sellerCorrectionMachine.move('answerSellerCorrection', received, answer), answered: { ...actRecord(unit) }, answerReason },
  });
  await unit.closeDuties('AnswerSellerCorrection', id);
  unit.emit({
    kind: 'SellerCorrectionAnswered',
    subjectType: 'SellerCorrection',
    subjectId: id,
    stamps: stampsOf(correction),
    receivers: { 'monitoring-center': { correctionId: id, partyId: correction.holder, answer, reason: answerReason } },
  });
  return { valueId: id };
}
