import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SharingRequest } from '@hub/prisma/exchange/generated/client.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { limitEnds } from '../domain/limit-ends.js';
import { sharingRequestMachine } from '../domain/sharing-request-machine.js';
import { authorityAbove } from './authority-above.js';
import type { ExchangeTransaction } from './database.js';
import { answerDuty, openAnswerDuty } from './open-answer-duty.js';

/**
 * Passes a request that is locked to the authority above (上转, 5.4.3 b), which may answer in the holder's stead; the holder may still, and
 * its duty stays late; but of one that has left nothing is waited for any more.
 *
 * @returns whether there is anybody above
 */
export async function escalateSharingRequest(unit: UnitOfWork<ExchangeTransaction>, request: SharingRequest, calendar: WorkingCalendar): Promise<boolean> {
  const authority = await authorityAbove(unit.tx, request);
  if (!authority) return false;
  const holder = await unit.tx.participant.findUnique({ where: { id: request.holder } });
  // First, for it may find no calendar: whoever catches that goes on with the transaction, in which nothing was moved.
  const dueAt = limitEnds(unit.now, (await unit.limits())[answerDuty].within, calendar);
  if (holder?.state === 'LEFT' && request.state !== 'ESCALATED') await unit.dropDuties(answerDuty, request.id);
  const concerned = [...new Set([...request.concerned, authority.id])];
  const moved = await unit.tx.sharingRequest.update({
    where: { id: request.id },
    data: { authorityId: authority.id, escalatedAt: unit.now, dueAt, concerned, ...sharingRequestMachine.move('SharingRequestEscalated', request) },
  });
  unit.emit({ kind: 'SharingRequestEscalated', subjectType: 'SharingRequest', subjectId: moved.id, stamps: stampsOf(moved), receivers: {} });
  await openAnswerDuty(unit, moved, authority, dueAt);
  return true;
}
