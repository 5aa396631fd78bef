import { randomUUID } from 'node:crypto';
import type { DutyLimits, ElapsingDutyKind } from '@hub/schema/code-lists/duty-limit-codes.js';
import type { DutyKind } from '@hub/schema/code-lists/duty-limits.js';
import { limitAfter } from '../calendar/limit-after.js';
import type { NewDuty } from '../duties/duty.js';
import { dutyLimitsInForce } from '../duties/duty-limits-in-force.js';
import { appendEvents } from '../log/append-events.js';
import type { NewEvent } from '../log/event.js';
import type { Actor } from './actor.js';
import type { Database, Transaction } from './transaction.js';

/** Circumstances of a change: its time, who makes it, and the events that led to it (as owner:id). */
export interface Circumstances {
  readonly owner: string;
  readonly at: Date;
  readonly actor: Actor | null;
  readonly causedBy: readonly string[];
}

interface EndedDuty {
  id: string;
  party_id: string;
  concerned: string[];
}

/** One transaction of an owner: its rows, its duties and its events are written together or not at all. */
export class UnitOfWork<Tx extends Transaction = Transaction> {
  readonly tx: Tx;
  readonly circumstances: Circumstances;
  readonly #events: NewEvent[] = [];
  #limits: Promise<DutyLimits> | undefined;

  constructor(tx: Tx, circumstances: Circumstances) {
    this.tx = tx;
    this.circumstances = circumstances;
  }

  get now(): Date {
    return this.circumstances.at;
  }

  /** The party that acts; the owner's own name where the change follows from an event. */
  get actor(): Actor {
    const { actor, owner } = this.circumstances;
    return actor ?? { userId: `service:${owner}`, partyId: owner, role: 'SERVICE' };
  }

  /** The limits of duties (时限) as they are in force for this unit, to count by when something is owed. */
  limits(): Promise<DutyLimits> {
    return (this.#limits ??= dutyLimitsInForce(this.tx, this.now));
  }

  /** By when what is owed by a duty of a kind is to be done, from a time on (时限, 5.4.3 b). */
  async dueBy(kind: ElapsingDutyKind, from: Date = this.now): Promise<Date> {
    return limitAfter(from, (await this.limits())[kind].within);
  }

  /** Tells the log, and by it the receivers. Events are written last, at the end of the transaction. */
  emit(event: NewEvent): void {
    this.#events.push(event);
  }

  /** Writes a duty where its cause is received. */
  async openDuty(duty: NewDuty): Promise<void> {
    const id = randomUUID();
    const cause = this.circumstances.causedBy[0] ?? `${duty.subjectType}:${duty.subjectId}`;
    await this.tx.$executeRawUnsafe(
      `INSERT INTO kernel.duty
         (id, kind, subject_type, subject_id, party_id, role, concerned, cause, opened_at, due_at, part_of)
       VALUES ($1::uuid, $2, $3, $4, $5, $6, $7::text[], $8, $9::timestamptz, $10::timestamptz, $11)`,
      id, duty.kind, duty.subjectType, duty.subjectId, duty.partyId, duty.role, duty.concerned, cause, this.now, duty.dueAt,
      duty.partOf ?? null,
    );
    this.emit({
      kind: 'DutyOpened',
      subjectType: 'Duty',
      subjectId: id,
      stamps: dutyStamps(duty.partyId, duty.concerned, ['OPEN']),
      receivers: {
        exchange: {
          kind: duty.kind,
          subjectType: duty.subjectType,
          subjectId: duty.subjectId,
          role: duty.role,
          openedAt: this.now.toISOString(),
          dueAt: duty.dueAt.toISOString(),
          partOf: duty.partOf ?? null,
        },
      },
    });
  }

  /** Closes the open duties of a kind on a subject: what was owed has been done. */
  async closeDuties(kind: DutyKind, subjectId: string): Promise<void> {
    for (const duty of await this.#endDuties(kind, subjectId, false)) {
      this.emit({
        kind: 'DutyClosed',
        subjectType: 'Duty',
        subjectId: duty.id,
        stamps: dutyStamps(duty.party_id, duty.concerned, ['OPEN', 'DONE']),
        receivers: { exchange: { closedAt: this.now.toISOString(), doneBy: this.#doneBy(duty.party_id) } },
      });
    }
  }

  /** Drops the open duties of a kind on a subject: their cause is gone, and nobody owes anything any more. */
  async dropDuties(kind: DutyKind, subjectId: string): Promise<void> {
    for (const duty of await this.#endDuties(kind, subjectId, true)) {
      this.emit({
        kind: 'DutyDropped',
        subjectType: 'Duty',
        subjectId: duty.id,
        stamps: dutyStamps(duty.party_id, duty.concerned, ['OPEN', 'DROPPED']),
        receivers: { exchange: { closedAt: this.now.toISOString() } },
      });
    }
  }

  /** Who has done what a party owed, as far as that is somebody of the party. */
  #doneBy(partyId: string): { userId: string; onBehalfOf: string | null } | null {
    const { actor } = this.circumstances;
    return actor?.partyId === partyId ? { userId: actor.userId, onBehalfOf: actor.onBehalfOf ?? null } : null;
  }

  #endDuties(kind: DutyKind, subjectId: string, dropped: boolean): Promise<EndedDuty[]> {
    return this.tx.$queryRawUnsafe<EndedDuty[]>(
      `UPDATE kernel.duty SET closed_at = $3::timestamptz, closed_by = $4, dropped = $5
       WHERE kind = $1 AND subject_id = $2 AND closed_at IS NULL
       RETURNING id::text, party_id, concerned`,
      kind, subjectId, this.now, this.actor.userId, dropped,
    );
  }

  async flush(): Promise<void> {
    await appendEvents(this.tx, this.#events, this.circumstances);
  }
}

/** Runs one unit of work; whatever throws inside leaves nothing behind. @param options `timeout`: milliseconds after which it is undone, if not the usual half minute */
export function inUnitOfWork<Tx extends Transaction, R>(
  database: Database<Tx>,
  circumstances: Circumstances,
  work: (unit: UnitOfWork<Tx>) => Promise<R>,
  { timeout = 30_000 }: { readonly timeout?: number } = {},
): Promise<R> {
  return database.$transaction(
    async (tx) => {
      const unit = new UnitOfWork(tx, circumstances);
      const result = await work(unit);
      await unit.flush();
      return result;
    },
    { maxWait: 10_000, timeout },
  );
}

function dutyStamps(holder: string, concerned: readonly string[], reached: readonly string[]) {
  return {
    holder,
    concerned,
    sellerRegion: null,
    producerRegion: null,
    platformRegion: null,
    state: reached.at(-1) ?? '',
    reached,
  };
}
