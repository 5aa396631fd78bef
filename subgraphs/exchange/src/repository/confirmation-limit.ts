import { workingDaysAfter } from '@hub/kernel/calendar/working-days-after.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { sharingLimits } from '@hub/schema/code-lists/sharing-limits.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';

const day = 86_400_000;

/**
 * Until when a closing is to be confirmed or reopened. An incident does not wait for next year's calendar: where the calendar lacks it, days are counted as they
 * come, which is never later.
 */
export function confirmationLimit(now: Date, calendar: WorkingCalendar): Date {
  const { workingDays } = sharingLimits.confirmClosing;
  try {
    return workingDaysAfter(now, workingDays, calendar);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Date(now.getTime() + workingDays * day);
  }
}
