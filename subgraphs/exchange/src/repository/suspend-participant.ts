import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';
import { tellParticipant } from './tell-participant.js';

/**
 * Suspends a participant (暂停, 5.4.4): as soon as an owner has heard of it, the tokens of its users are worth nothing there.
 *
 * @returns whether it was active before
 */
export async function suspendParticipant(unit: UnitOfWork<ExchangeTransaction>, id: string): Promise<boolean> {
  const { count } = await unit.tx.participant.updateMany({
    where: { id, state: 'ACTIVE' },
    data: { state: 'SUSPENDED', reached: { push: 'SUSPENDED' } },
  });
  if (count === 1) await tellParticipant(unit, id);
  return count === 1;
}
