import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Participant } from '@hub/prisma/exchange/generated/client.js';
import { participantMachine } from '../domain/participant-machine.js';
import type { ExchangeTransaction } from './database.js';
import { lapseDelegations } from './lapse-delegations.js';

/** Moves a locked member on; with one that is active no more, the delegations of its users end. */
export async function moveParticipant(unit: UnitOfWork<ExchangeTransaction>, cause: 'suspendParticipant' | 'reinstateParticipant' | 'deregisterParticipant', participant: Participant): Promise<void> {
  const { state, reached } = participantMachine.move(cause, participant);
  await unit.tx.participant.update({ where: { id: participant.id }, data: { state, reached } });
  await lapseDelegations(unit, participant.id);
}
