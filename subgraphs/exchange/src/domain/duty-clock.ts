import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { elapsedAfter } from '@hub/kernel/calendar/elapsed-after.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import { dutyLimitOf, type DutyLimits } from '@hub/schema/code-lists/duty-limit-codes.js';
import type { DutyLimit } from '@hub/schema/code-lists/duty-limits.js';
import type { DutyStage } from '../generated/graphql.js';

/** What the clock reads of a duty. */
export interface ClockedDuty {
  readonly kind: string;
  readonly dueAt: Date;
  /** What was told last. */
  readonly stage: string | null;
}

/** When a stage begins. */
export interface StageBegins {
  readonly stage: DutyStage;
  readonly at: Date;
}

/** For a kind that an owner opens who is newer than this exchange. */
const ofUnknownKind = { dueSoon: { amount: 1, unit: 'CALENDAR_DAY' }, escalation: null } as const satisfies Partial<DutyLimit>;

/** When a duty is due soon, due, overdue and passed on (时限, 5.4.3 b), in this order, as far as its kind has these stages. */
export function stagesOf({ kind, dueAt }: Pick<ClockedDuty, 'kind' | 'dueAt'>, limits: DutyLimits): StageBegins[] {
  const { dueSoon, escalation } = dutyLimitOf(limits, kind) ?? ofUnknownKind;
  const soon = elapsedAfter(dueAt, { amount: -dueSoon.amount, unit: dueSoon.unit });
  // A limit that ends at midnight ends with the day before.
  const lastDay = startOfDayInShanghai(dayInShanghai(new Date(dueAt.getTime() - 1)));
  return [
    { stage: 'DUE_SOON', at: soon },
    { stage: 'DUE', at: lastDay > soon ? lastDay : soon },
    // At its due time it is in time still.
    { stage: 'OVERDUE', at: new Date(dueAt.getTime() + 1) },
    ...(escalation ? [{ stage: 'ESCALATED', at: elapsedAfter(new Date(dueAt.getTime() + 1), escalation.after) } as const] : []),
  ];
}

/** The stages that were not told yet, in order. */
export function stagesLeft(duty: ClockedDuty, limits: DutyLimits): StageBegins[] {
  const stages = stagesOf(duty, limits);
  return stages.slice(stages.findIndex(({ stage }) => stage === duty.stage) + 1);
}

/** To whom a duty of a kind is passed on. */
export function escalationOf(kind: string, limits: DutyLimits): DutyLimit['escalation'] {
  return (dutyLimitOf(limits, kind) ?? ofUnknownKind).escalation;
}
