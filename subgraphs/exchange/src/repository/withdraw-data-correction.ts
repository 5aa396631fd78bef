import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { WithdrawDataCorrectionInput } from '../generated/graphql.js';
import { admittedDataCorrection } from './admitted-data-correction.js';
import type { ExchangeTransaction } from './database.js';
import { moveDataCorrection } from './move-data-correction.js';
import { correctionDuty } from './open-correction-duty.js';

/** Withdraws a request of one's own (撤回): nobody owes an answer any more. */
export async function withdrawDataCorrection(scope: ActScope<ExchangeTransaction>, input: WithdrawDataCorrectionInput): Promise<ActResult> {
  const correction = await admittedDataCorrection(scope, input, 'requester');
  await scope.unit.dropDuties(correctionDuty, correction.id);
  return moveDataCorrection(scope.unit, 'withdrawDataCorrection', correction, {});
}
