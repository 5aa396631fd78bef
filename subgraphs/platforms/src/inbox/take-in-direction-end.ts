import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { directionFulfilmentMachine } from '../domain/direction-fulfilment-machine.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { openFulfilmentDuty } from '../repository/open-fulfilment-duty.js';

/** What a regulator tells of a direction that it ends, sends back or withdraws (3.1 d). */
interface DirectionEnded {
  readonly id: string;
  readonly outcome: 'ENDED' | 'SENT_BACK' | 'WITHDRAWN';
  readonly reason: string | null;
  /** Where it is sent back, by when it is to be mended. */
  readonly dueAt: string;
}

const cause = 'regulator.DirectionEnded';
const stateAfter = { ENDED: 'ENDED', SENT_BACK: 'RECEIVED', WITHDRAWN: 'WITHDRAWN' } as const;

/** The regulator has decided upon a direction: nothing is owed any more, or what was reported is to be mended. */
export const takeInDirectionEnd: InboxHandler<PlatformsTransaction> = async (unit, event, log) => {
  const { id, outcome, reason, dueAt } = event.payload as unknown as DirectionEnded;
  // Whoever reports at this moment is waited for.
  await unit.tx.$queryRaw`SELECT id FROM direction_fulfilment WHERE id = ${id} FOR UPDATE`;
  const fulfilment = await unit.tx.directionFulfilment.findUnique({ where: { id } });
  if (!fulfilment || !directionFulfilmentMachine.leadsFrom(cause, fulfilment)) {
    log.warn({ event: event.id, direction: id }, 'a direction was ended that does not wait for it');
    return;
  }
  const moved = await unit.tx.directionFulfilment.update({
    where: { id },
    data: {
      reason,
      ...(outcome === 'SENT_BACK' ? { dueAt: new Date(dueAt) } : { endedAt: new Date(event.occurredAt) }),
      ...directionFulfilmentMachine.move(cause, fulfilment, stateAfter[outcome]),
    },
  });
  if (outcome === 'ENDED') await unit.closeDuties('FulfilDirection', id);
  // One that is sent back while it is still owed, upon an answer of the regulator's own record, is owed by the new time.
  else await unit.dropDuties('FulfilDirection', id);
  if (outcome === 'SENT_BACK') await openFulfilmentDuty(unit, moved);
  unit.emit({
    kind: 'DirectionFulfilmentMoved',
    subjectType: 'DirectionFulfilment',
    subjectId: id,
    stamps: stampsOf(moved),
    receivers: {},
  });
};
