import type { PersistedOperation } from '@hub/prisma/registry/generated/client.js';
import type { RegistryTransaction } from './database.js';

/** The operations that clients were built with and that are not retired; if only those on the list that gateways take, these. */
export function operationsInUse(
  tx: Pick<RegistryTransaction, 'persistedOperation'>,
  { safelisted = false } = {},
): Promise<Pick<PersistedOperation, 'id' | 'hash' | 'client' | 'name' | 'body'>[]> {
  return tx.persistedOperation.findMany({
    where: { retiredAt: null, ...(safelisted && { safelistedAt: { not: null } }) },
    select: { id: true, hash: true, client: true, name: true, body: true },
    orderBy: { id: 'asc' },
  });
}
