import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { CorrectDataInput } from '../generated/graphql.js';
import { admittedDataCorrection } from './admitted-data-correction.js';
import type { ExchangeTransaction } from './database.js';
import { moveDataCorrection } from './move-data-correction.js';
import { correctionDuty } from './open-correction-duty.js';

/** Answers that the data were corrected (更正, 5.4.3 c). The correcting itself is the holder's own act at the owner; who read the wrong data is told afterwards. */
export async function correctData(scope: ActScope<ExchangeTransaction>, input: CorrectDataInput): Promise<ActResult> {
  const { unit } = scope;
  const correction = await admittedDataCorrection(scope, input, 'holder');
  const answer = requireText('answer', input.answer);
  const correctedBy = input.correctedBy ?? null;
  if (correctedBy !== null && correctedBy !== correction.subjectId) await requireOwnVersion(scope, correction.subjectType, correctedBy);
  await unit.closeDuties(correctionDuty, correction.id);
  return moveDataCorrection(unit, 'correctData', correction, { answered: { ...actRecord(unit) }, answer, correctedBy, correctedAt: unit.now });
}

/** The feed tells of every version when it is made, and whose it is. */
async function requireOwnVersion({ unit, caller }: ActScope<ExchangeTransaction>, type: string, id: string): Promise<void> {
  const known = await unit.tx.exchangeEvent.findFirst({ where: { subjectId: id, subjectType: type, holder: caller.partyId }, select: { id: true } });
  if (!known) throw new Refusal('CORRECTION_VERSION_UNKNOWN', { field: 'correctedBy', parameters: { type, id } });
}
