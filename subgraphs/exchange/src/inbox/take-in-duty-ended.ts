import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { dutyMachine } from '../domain/duty-machine.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { endClaim } from '../repository/end-claim.js';
import { takeInEvent } from './take-in-event.js';

/** What an owner tells of a duty that has been done, or is owed no more. */
interface DutyEnded {
  readonly closedAt: string;
  /** The user of the party that owed it who did it, and in whose stead; absent where it was dropped or another's act ended it. */
  readonly doneBy?: { readonly userId: string; readonly onBehalfOf?: string | null } | null;
}

/** A duty leaves the desk, done or dropped; only the owner where it stands can end it, and only once. */
export function takeInDutyEnded(cause: '*.DutyClosed' | '*.DutyDropped'): InboxHandler<ExchangeTransaction> {
  return async (unit, event, log) => {
    const { closedAt, doneBy } = event.payload as unknown as DutyEnded;
    // A pause that is just beginning or ending is waited for: it would be overwritten, or stay on what is done.
    await unit.tx.$queryRaw`SELECT id FROM duty WHERE id = ${event.subjectId} AND owner = ${event.source} FOR UPDATE`;
    const duty = await unit.tx.duty.findFirst({ where: { id: event.subjectId, owner: event.source } });
    if (!duty || !dutyMachine.leadsFrom(cause, duty)) return takeInEvent(unit, event, log);
    const { state, reached } = dutyMachine.move(cause, duty);
    const ended = new Date(closedAt);
    // While its clock stood it could not become late: it was due when it was done, or later.
    const stood = duty.pausedAt && {
      ...{ pausedAt: null, pauseEndsAt: null, pausedById: null, pauseReason: null },
      dueAt: new Date(Math.max(duty.dueAt.getTime(), ended.getTime())),
      pausedFor: { increment: Math.max(0, ended.getTime() - duty.pausedAt.getTime()) },
    };
    const { concerned } = await unit.tx.duty.update({ where: { id: duty.id }, data: { closedAt: ended, doneById: doneBy?.userId ?? null, doneOnBehalfOfId: doneBy?.onBehalfOf ?? null, state, reached, ...stood } });
    await endClaim(unit, duty.id, cause);
    // Whoever it was passed on to learns of its end.
    await takeInEvent(unit, { ...event, stamps: { ...event.stamps, concerned } }, log);
  };
}
