import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Participant } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';
import { requireRegisterKeeper } from './require-register-keeper.js';

/** The member that an item names, locked. @throws Refusal REGISTER_KEPT_BY_ANOTHER, NOT_FOUND, STATE_NOT_POSSIBLE */
export async function admittedParticipant({ unit, caller, admit }: ActScope<ExchangeTransaction>, id: string): Promise<Participant> {
  await requireRegisterKeeper(unit.tx, caller);
  await unit.tx.$queryRaw`SELECT id FROM participant WHERE id = ${id} FOR UPDATE`;
  return admit(await unit.tx.participant.findUnique({ where: { id } }), { type: 'Participant', id, field: 'participantId' });
}

/** The same for what nobody does to their own party, which keeps the register. @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, PARTICIPANT_IS_YOURS */
export async function admittedOtherParticipant(scope: ActScope<ExchangeTransaction>, id: string): Promise<Participant> {
  const participant = await admittedParticipant(scope, id);
  if (id === scope.caller.partyId) throw new Refusal('PARTICIPANT_IS_YOURS', { field: 'participantId' });
  return participant;
}
