import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { RejectDataCorrectionInput } from '../generated/graphql.js';
import { admittedDataCorrection } from './admitted-data-correction.js';
import type { ExchangeTransaction } from './database.js';
import { moveDataCorrection } from './move-data-correction.js';
import { correctionDuty } from './open-correction-duty.js';

/** Answers that nothing is corrected, with the reason (不予更正, 5.4.3 c). */
export async function rejectDataCorrection(scope: ActScope<ExchangeTransaction>, input: RejectDataCorrectionInput): Promise<ActResult> {
  const correction = await admittedDataCorrection(scope, input, 'holder');
  const answer = requireText('reason', input.reason);
  await scope.unit.closeDuties(correctionDuty, correction.id);
  return moveDataCorrection(scope.unit, 'rejectDataCorrection', correction, { answered: { ...actRecord(scope.unit) }, answer });
}
