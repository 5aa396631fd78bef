import type { ExchangeTransaction } from './database.js';

/** Lets one at a time admit a party or register a user: of two at once with one id, the later one sees the other. */
export async function lockMembers(tx: ExchangeTransaction): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('members'))::text`;
}
