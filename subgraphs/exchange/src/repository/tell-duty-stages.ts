import { elapsedAfter } from '@hub/kernel/calendar/elapsed-after.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { Prisma, type Duty } from '@hub/prisma/exchange/generated/client.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { stagesLeft, type StageBegins } from '../domain/duty-clock.js';
import type { DutyStage } from '../generated/graphql.js';
import { authorityOverDuty } from './authority-over-duty.js';
import type { ExchangeDatabase, ExchangeTransaction } from './database.js';
import { endPause } from './end-pause.js';
import { answerDuty } from './open-answer-duty.js';
import { writeReminders } from './write-reminders.js';

/** Where there is nobody to pass a duty on to, it is looked again so much later. */
const lookedAgainAfter = { amount: 1, unit: 'CALENDAR_DAY' } as const;

export interface StagesAsked {
  readonly now: Date;
  /** For how many seconds an owner is waited for that is not heard: until then it may have told that a duty is done. */
  readonly patience: number;
  /** Seconds by which the clocks of two owners may differ, and what was done is told late: so much less than it has heard the clock of a duty runs. */
  readonly settling: number;
  /** The owners that may be away. Any other is waited for however long it takes: it is the exchange that has not listened, or cannot take in what it hears. */
  readonly perhapsAway: readonly string[];
  /** The working days as they are known now. */
  readonly calendar: () => WorkingCalendar;
  /** Most duties that are looked for at once. */
  readonly batch: number;
  /** Duties that cannot be told, with the reason; they are left out, and those that fail are added. */
  readonly failing: Map<string, unknown>;
}

/**
 * Tells what the clocks of open duties have come to (5.4.3 b): of each, the stage in its row, and its event, are written in one transaction, and the row is locked
 * meanwhile. So each stage is told once, whatever number of processes look, and whichever is killed; and one that cannot be told holds back no other. The clock of an owner's duties runs no
 * further than the exchange has heard of that owner: what was done in time is not told as overdue because the news of it is late.
 *
 * @returns how many duties were found
 */
export async function tellDutyStages(database: ExchangeDatabase, asked: StagesAsked): Promise<number> {
  const { now, batch, failing } = asked;
  const found = await database.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM ${clocked(asked)} AND d.id <> ALL(${[...failing.keys()]}::text[])
    ORDER BY d.next_stage_at, d.id LIMIT ${batch} FOR UPDATE OF d SKIP LOCKED`;
  for (const { id } of found) {
    try {
      await inUnitOfWork(database, { owner: 'exchange', at: now, actor: null, causedBy: [] }, (unit) => tellStagesOf(unit, id, asked));
    } catch (error) {
      failing.set(id, error);
    }
  }
  return found.length;
}

/** The open duties whose next stage has come, each with how far its clock runs. */
function clocked({ now, patience, settling, perhapsAway }: StagesAsked): Prisma.Sql {
  return Prisma.sql`duty d CROSS JOIN LATERAL (
      SELECT least(${now}::timestamptz, greatest(
        (SELECT heard_at FROM kernel.inbox_cursor WHERE source = d.owner) - make_interval(secs => ${settling}::float8),
        CASE WHEN d.owner = ANY(${[...perhapsAway]}) THEN ${now}::timestamptz - make_interval(secs => ${patience}::float8) ELSE '-infinity' END)) AS until
    ) clock
    WHERE d.state = 'OPEN' AND d.next_stage_at <= clock.until`;
}

async function tellStagesOf(unit: UnitOfWork<ExchangeTransaction>, id: string, asked: StagesAsked): Promise<void> {
  // Another process may have told it meanwhile, or be about to.
  const [locked] = await unit.tx.$queryRaw<{ until: Date }[]>`SELECT clock.until FROM ${clocked(asked)} AND d.id = ${id} FOR UPDATE OF d SKIP LOCKED`;
  const duty = locked && (await unit.tx.duty.findUnique({ where: { id } }));
  if (!duty) return;
  const { pausedAt, pauseEndsAt } = duty;
  // The longest pause is over. What has come by then is told in the next round.
  if (pausedAt && pauseEndsAt) await endPause(unit, { ...duty, pausedAt }, pauseEndsAt, asked.calendar());
  else await tellStages(unit, duty, locked.until);
}

async function tellStages(unit: UnitOfWork<ExchangeTransaction>, duty: Duty, until: Date): Promise<void> {
  const reached = await stagesReached(unit, duty, until);
  const authority = reached.some(({ stage }) => stage === 'ESCALATED') ? await authorityOverDuty(unit, duty) : undefined;
  const told = reached.filter(({ stage }) => stage !== 'ESCALATED' || authority);
  for (const { stage } of told) emitStage(unit, stage === 'ESCALATED' ? { ...duty, concerned: withAuthority(duty, authority) } : duty, stage);
  // Of stages that passed at once only the last one is worth a mail.
  const last = told.at(-1);
  const [next] = stagesLeft({ ...duty, stage: last?.stage ?? duty.stage }, await unit.limits());
  if (last) await writeReminders(unit.tx, duty, last.stage, authority?.id, unit.now);
  await unit.tx.duty.update({
    where: { id: duty.id },
    data: {
      stage: last?.stage ?? duty.stage,
      nextStageAt: told.length < reached.length ? elapsedAfter(unit.now, lookedAgainAfter) : (next?.at ?? null),
      ...(authority && { escalatedToId: authority.id, concerned: withAuthority(duty, authority) }),
    },
  });
}

/** Of who has left (退出, 5.4.4) nothing is to be waited for: where its duty would be passed on some day, it is at once. */
async function stagesReached(unit: UnitOfWork<ExchangeTransaction>, duty: Duty, until: Date): Promise<StageBegins[]> {
  const left = stagesLeft(duty, await unit.limits());
  const last = left.at(-1);
  const debtor = await unit.tx.participant.findUnique({ where: { id: duty.holder } });
  if (debtor?.state === 'LEFT' && last?.stage === 'ESCALATED' && duty.kind !== answerDuty) return [last];
  return left.filter(({ at }) => at <= until);
}

function withAuthority({ concerned }: Duty, authority: { readonly id: string } | undefined): string[] {
  return authority ? [...new Set([...concerned, authority.id])] : concerned;
}

function emitStage(unit: UnitOfWork<ExchangeTransaction>, duty: Duty, stage: DutyStage): void {
  unit.emit({
    kind: ({ DUE_SOON: 'DutyDueSoon', DUE: 'DutyDue', OVERDUE: 'DutyOverdue', ESCALATED: 'DutyEscalated' } as const)[stage],
    subjectType: 'Duty',
    subjectId: duty.id,
    stamps: stampsOf(duty),
    receivers: {},
  });
}
