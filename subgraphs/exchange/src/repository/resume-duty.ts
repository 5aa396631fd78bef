import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { dutyLimitOf } from '@hub/schema/code-lists/duty-limit-codes.js';
import type { ResumeDutyInput } from '../generated/graphql.js';
import { admittedDuty } from './admitted-duty.js';
import type { ExchangeTransaction } from './database.js';
import { endPause } from './end-pause.js';

/** Lets the clock of a duty run again (恢复计时, 5.4.3 b), before the longest pause is over. */
export function resumeDuty(calendar: WorkingCalendar) {
  return async (scope: ActScope<ExchangeTransaction>, { dutyId }: ResumeDutyInput): Promise<ActResult> => {
    const duty = await admittedDuty(scope, dutyId);
    const { kind } = scope.caller;
    const pause = dutyLimitOf(await scope.unit.limits(), duty.kind)?.pause;
    if (!pause?.by.some((each) => each === kind)) throw new Refusal('DUTY_NOT_PAUSABLE', { field: 'dutyId', parameters: { kind: duty.kind, who: pause?.by.join(', ') ?? { en: 'nobody', 'zh-CN': '无' } } });
    if (!duty.pausedAt) throw new Refusal('DUTY_NOT_PAUSED', { field: 'dutyId', parameters: { id: duty.id } });
    await endPause(scope.unit, { ...duty, pausedAt: duty.pausedAt }, scope.unit.now, calendar);
    return { valueId: duty.id };
  };
}
