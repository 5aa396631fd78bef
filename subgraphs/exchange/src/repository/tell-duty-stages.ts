import { elapsedAfter } from '@hub/kernel/calendar/elapsed-after.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Duty } from '@hub/prisma/exchange/generated/client.js';
import { stagesLeft } from '../domain/duty-clock.js';
import type { DutyStage } from '../generated/graphql.js';
import { authorityOverDuty } from './authority-over-duty.js';
import type { ExchangeDatabase, ExchangeTransaction } from './database.js';
import { writeReminders } from './write-reminders.js';

/** Where there is nobody to pass a duty on to, it is looked again so much later. */
const lookedAgainAfter = { amount: 1, unit: 'CALENDAR_DAY' } as const;

export interface StagesAsked {
  readonly now: Date;
  /** For how many seconds an owner is waited for that is not heard: until then it may have told that a duty is done. */
  readonly patience: number;
  /** The owners that may be away. Any other is waited for however long it takes: it is the exchange that has not listened, or cannot take in what it hears. */
  readonly perhapsAway: readonly string[];
  /** Most duties of one transaction. */
  readonly batch: number;
}

/**
 * Tells what the clocks of open duties have come to (5.4.3 b): the stage in the duty's row, and its event, are written in one transaction, and the row is locked
 * meanwhile. So each stage is told once, whatever number of processes look, and whichever is killed. The clock of an owner's duties runs no
 * further than the exchange has heard of that owner: what was done in time is not told as overdue because the news of it is late.
 *
 * @returns how many duties were looked at
 */
export function tellDutyStages(database: ExchangeDatabase, { now, patience, perhapsAway, batch }: StagesAsked): Promise<number> {
  return inUnitOfWork(database, { owner: 'exchange', at: now, actor: null, causedBy: [] }, async (unit) => {
    const found = await unit.tx.$queryRaw<{ id: string; until: Date }[]>`
      SELECT d.id, clock.until FROM duty d CROSS JOIN LATERAL (
        SELECT least(${now}::timestamptz, greatest(
          (SELECT heard_at FROM kernel.inbox_cursor WHERE source = d.owner),
          CASE WHEN d.owner = ANY(${perhapsAway}) THEN ${now}::timestamptz - make_interval(secs => ${patience}::float8) ELSE '-infinity' END)) AS until
      ) clock
      WHERE d.state = 'OPEN' AND d.next_stage_at <= clock.until ORDER BY d.next_stage_at, d.id LIMIT ${batch} FOR UPDATE OF d SKIP LOCKED`;
    const duties = await unit.tx.duty.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
    for (const { id, until } of found) {
      const duty = duties.find((each) => each.id === id);
      if (duty) await tellStages(unit, duty, until);
    }
    return found.length;
  });
}

async function tellStages(unit: UnitOfWork<ExchangeTransaction>, duty: Duty, until: Date): Promise<void> {
  const left = stagesLeft(duty);
  const reached = left.filter(({ at }) => at <= until);
  const authority = reached.some(({ stage }) => stage === 'ESCALATED') ? await authorityOverDuty(unit.tx, duty) : undefined;
  const told = reached.filter(({ stage }) => stage !== 'ESCALATED' || authority);
  for (const { stage } of told) emitStage(unit, stage === 'ESCALATED' ? { ...duty, concerned: withAuthority(duty, authority) } : duty, stage);
  // Of stages that passed at once only the last one is worth a mail.
  const last = told.at(-1);
  if (last) await writeReminders(unit.tx, duty, last.stage, authority?.id, unit.now);
  await unit.tx.duty.update({
    where: { id: duty.id },
    data: {
      stage: last?.stage ?? duty.stage,
      nextStageAt: told.length < reached.length ? elapsedAfter(unit.now, lookedAgainAfter) : (left[reached.length]?.at ?? null),
      ...(authority && { escalatedToId: authority.id, concerned: withAuthority(duty, authority) }),
    },
  });
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
