import type { ExchangeTransaction } from './database.js';

/**
 * Lets one at a time delegate in a party, or end what its users may delegate no more: of two at once, both would be the last that a user may give, and who is just
 * leaving would be delegated to.
 */
export async function lockDelegations(tx: ExchangeTransaction, partyId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`delegations of ${partyId}`}))::text`;
}
