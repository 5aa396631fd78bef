import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { limitEnds } from '../domain/limit-ends.js';
import type { ExtendDataCorrectionInput } from '../generated/graphql.js';
import { admittedDataCorrection } from './admitted-data-correction.js';
import type { ExchangeTransaction } from './database.js';
import { moveDataCorrection } from './move-data-correction.js';
import { correctionDuty, openCorrectionDuty } from './open-correction-duty.js';
import { requireClockRunning } from './require-clock-running.js';

/** Takes more time for an answer, once, with a reason (延期, 5.4.3 b): what was owed by the first limit is owed by the second. Not while its clock stands. */
export function extendDataCorrection(calendar: WorkingCalendar) {
  return async (scope: ActScope<ExchangeTransaction>, input: ExtendDataCorrectionInput): Promise<ActResult> => {
    const { unit, caller } = scope;
    await requireClockRunning(scope, input.correctionId);
    const correction = await admittedDataCorrection(scope, input, 'holder');
    // What is late is not made timely by asking for more time.
    if (correction.dueAt === null || correction.dueAt <= unit.now) throw new Refusal('CORRECTION_LIMIT_PASSED', { parameters: { number: correction.number } });
    const extensionReason = requireText('reason', input.reason);
    // The limit ends with a day: the last instant of it is the day from which the second is counted.
    const dueAt = limitEnds(new Date(correction.dueAt.getTime() - 1), (await unit.limits())[correctionDuty].extension, calendar);
    await unit.dropDuties(correctionDuty, correction.id);
    await openCorrectionDuty(unit, correction, { id: caller.partyId, kind: caller.kind }, dueAt);
    return moveDataCorrection(unit, 'extendDataCorrection', correction, { extensionReason, dueAt });
  };
}
