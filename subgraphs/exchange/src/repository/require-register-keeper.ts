import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { ExchangeTransaction } from './database.js';

/**
 * Sees that the caller's centre keeps the register of members: it is the one that takes part the longest (ADR 0033). Others are centres like any member.
 *
 * @throws Refusal REGISTER_KEPT_BY_ANOTHER
 */
export async function requireRegisterKeeper(tx: ExchangeTransaction, { partyId }: Pick<Caller, 'partyId'>): Promise<void> {
  const keeper = await tx.participant.findFirst({ where: { kind: 'MONITORING_CENTER', state: { not: 'LEFT' } }, orderBy: [{ admittedAt: 'asc' }, { id: 'asc' }] });
  if (keeper && keeper.id !== partyId) throw new Refusal('REGISTER_KEPT_BY_ANOTHER', { parameters: { center: keeper.name } });
}
