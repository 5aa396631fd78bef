import { limitAfter } from '@hub/kernel/calendar/limit-after.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { DutyLimits } from '@hub/schema/code-lists/duty-limit-codes.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { limitEnds } from '../domain/limit-ends.js';

/**
 * Until when a closing is to be confirmed or reopened. An incident does not wait for next year's calendar: where the calendar lacks it, days are counted as they
 * come, which is never later.
 */
export function confirmationLimit(now: Date, { ConfirmFieldClosing: { within } }: DutyLimits, calendar: WorkingCalendar): Date {
  try {
    return limitEnds(now, within, calendar);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return limitAfter(now, { amount: within.amount, unit: 'CALENDAR_DAY' });
  }
}
