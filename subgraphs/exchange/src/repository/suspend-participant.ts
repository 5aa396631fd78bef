import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { participantMachine } from '../domain/participant-machine.js';
import type { ExchangeTransaction } from './database.js';
import { lapseDelegations } from './lapse-delegations.js';
import { tellParticipant } from './tell-participant.js';

/**
 * Suspends a participant (暂停, 5.4.4): as soon as an owner has heard of it, the tokens of its users are worth nothing there. Its delegations end with it.
 *
 * @returns whether it was active before
 */
export async function suspendParticipant(unit: UnitOfWork<ExchangeTransaction>, id: string): Promise<boolean> {
  const participant = await unit.tx.participant.findUnique({ where: { id } });
  if (!participant || !participantMachine.leadsFrom('operator.suspendParticipant', participant)) return false;
  const { state, reached } = participantMachine.move('operator.suspendParticipant', participant);
  const { count } = await unit.tx.participant.updateMany({ where: { id, state: participant.state }, data: { state, reached } });
  if (count !== 1) return false;
  await lapseDelegations(unit, id);
  await tellParticipant(unit, id);
  return true;
}
