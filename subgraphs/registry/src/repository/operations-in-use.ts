import type { PersistedOperation } from '@hub/prisma/registry/generated/client.js';
import type { RegistryTransaction } from './database.js';

/** The operations that clients were built with and that are not retired. */
export function operationsInUse(tx: Pick<RegistryTransaction, 'persistedOperation'>): Promise<Pick<PersistedOperation, 'id' | 'client' | 'name' | 'body'>[]> {
  return tx.persistedOperation.findMany({ where: { retiredAt: null }, select: { id: true, client: true, name: true, body: true }, orderBy: { id: 'asc' } });
}
