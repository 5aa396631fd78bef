import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { participantMachine } from '../domain/participant-machine.js';
import type { ExchangeTransaction } from './database.js';
import { lapseDelegations } from './lapse-delegations.js';
import { lapseSharing } from './lapse-sharing.js';
import { answerDuty } from './open-answer-duty.js';
import { tellParticipant } from './tell-participant.js';

/**
 * Records that a participant has left the hub for good (退出, 5.4.4). As of a suspended one the tokens of its users are worth nothing as soon as an owner has heard of it, and its delegations end;
 * besides, its grants and its own applications end, and its open duties are passed on at the next look. What it holds stays, under its name and on its terms.
 *
 * @returns whether it was a member before
 */
export async function deregisterParticipant(unit: UnitOfWork<ExchangeTransaction>, id: string): Promise<boolean> {
  const participant = await unit.tx.participant.findUnique({ where: { id } });
  if (!participant || !participantMachine.leadsFrom('operator.deregisterParticipant', participant)) return false;
  const { state, reached } = participantMachine.move('operator.deregisterParticipant', participant);
  const { count } = await unit.tx.participant.updateMany({ where: { id, state: participant.state }, data: { state, reached } });
  if (count !== 1) return false;
  await lapseDelegations(unit, id);
  await lapseSharing(unit);
  // Answers to applications are passed on with the applications.
  await unit.tx.duty.updateMany({ where: { holder: id, state: 'OPEN', pausedAt: null, escalatedToId: null, kind: { not: answerDuty } }, data: { nextStageAt: unit.now } });
  await tellParticipant(unit, id);
  return true;
}
