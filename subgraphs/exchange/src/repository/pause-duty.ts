import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { elapsedAfter } from '@hub/kernel/calendar/elapsed-after.js';
import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { dutyLimitOf } from '@hub/schema/code-lists/duty-limit-codes.js';
import type { PauseDutyInput } from '../generated/graphql.js';
import { admittedDuty } from './admitted-duty.js';
import type { ExchangeTransaction } from './database.js';

/** Lets the clock of a duty stand, with a reason (中止计时, 5.4.3 b): by a party to which it is owed, as the limit of its kind says, and never when it is late. */
export async function pauseDuty(scope: ActScope<ExchangeTransaction>, input: PauseDutyInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const duty = await admittedDuty(scope, input.dutyId);
  const pause = dutyLimitOf(await unit.limits(), duty.kind)?.pause;
  if (!pause || !pause.by.some((kind) => kind === caller.kind)) {
    const who = pause ? { en: pause.by.join(', '), 'zh-CN': pause.by.join('、') } : { en: 'nobody', 'zh-CN': '无' };
    throw new Refusal('DUTY_NOT_PAUSABLE', { field: 'dutyId', parameters: { kind: duty.kind, who } });
  }
  if (duty.pausedAt) throw new Refusal('DUTY_PAUSED_ALREADY', { field: 'dutyId', parameters: { id: duty.id, since: duty.pausedAt.toISOString() } });
  if (duty.pauses >= pause.times) throw new Refusal('DUTY_PAUSES_USED', { field: 'dutyId', parameters: { kind: duty.kind, times: pause.times } });
  // What is late is not made timely by stopping the clock.
  if (duty.dueAt <= unit.now) throw new Refusal('DUTY_LATE_ALREADY', { field: 'dutyId', parameters: { dueAt: writtenDueTime(duty.dueAt) } });
  const pauseReason = requireText('reason', input.reason, 1000);
  const pauseEndsAt = elapsedAfter(unit.now, pause.longest);
  const paused = await unit.tx.duty.update({
    where: { id: duty.id },
    data: { pausedAt: unit.now, pauseEndsAt, pausedById: caller.partyId, pauseReason, pauses: { increment: 1 }, nextStageAt: pauseEndsAt },
  });
  unit.emit({ kind: 'DutyPaused', subjectType: 'Duty', subjectId: duty.id, stamps: stampsOf(paused), receivers: {} });
  return { valueId: duty.id };
}
