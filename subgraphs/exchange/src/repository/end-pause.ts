import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Duty } from '@hub/prisma/exchange/generated/client.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { stagesLeft } from '../domain/duty-clock.js';
import { resumedDueAt } from '../domain/resumed-due-at.js';
import type { ExchangeTransaction } from './database.js';

/**
 * Lets the clock of a duty that is locked run again from a time: its due time moves by the pause, and so does that of the case of the exchange that it is owed upon.
 *
 * @throws Refusal WORKING_CALENDAR_MISSING
 */
export async function endPause(unit: UnitOfWork<ExchangeTransaction>, duty: Duty & { readonly pausedAt: Date }, resumedAt: Date, calendar: WorkingCalendar): Promise<void> {
  const { id, pausedAt } = duty;
  const dueAt = resumedDueAt(duty, resumedAt, calendar);
  const resumed = await unit.tx.duty.update({
    where: { id },
    data: {
      ...{ dueAt, pausedAt: null, pauseEndsAt: null, pausedById: null, pauseReason: null },
      pausedFor: { increment: resumedAt.getTime() - pausedAt.getTime() },
      nextStageAt: stagesLeft({ ...duty, dueAt }, await unit.limits())[0]?.at ?? null,
    },
  });
  unit.emit({ kind: 'DutyResumed', subjectType: 'Duty', subjectId: id, stamps: stampsOf(resumed), receivers: {} });
  // A case that has taken more time since is due by another duty, and later.
  if (duty.owner === 'exchange' && duty.subjectType === 'DataCorrection') await unit.tx.dataCorrection.updateMany({ where: { id: duty.subjectId, dueAt: duty.dueAt }, data: { dueAt } });
}
