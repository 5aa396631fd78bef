import type { ExchangeTransaction } from './database.js';

/** Whether claims of a token give users of a party roles (角色映射), so that one may be registered of whom the party keeps none. */
export async function mapsClaims(tx: ExchangeTransaction, participantId: string): Promise<boolean> {
  return (await tx.roleMapping.findFirst({ where: { participantId, state: 'IN_FORCE' }, select: { id: true } })) !== null;
}
