import type { PersistedOperation } from '@hub/prisma/registry/generated/client.js';
import type { RegistryTransaction } from './database.js';

const listed = { retiredAt: null, safelistedAt: { not: null } };

/** What is on the list that gateways take, by the hash of its text: so little is read where a gateway asks whether there is another list. */
export async function safelistHashes(tx: Pick<RegistryTransaction, 'persistedOperation'>): Promise<string[]> {
  const operations = await tx.persistedOperation.findMany({ where: listed, select: { hash: true }, distinct: ['hash'], orderBy: { hash: 'asc' } });
  return operations.map(({ hash }) => hash);
}

/** The operations of the list; clients that were built with the same text ask the same one. */
export function safelistOperations(tx: Pick<RegistryTransaction, 'persistedOperation'>): Promise<Pick<PersistedOperation, 'hash' | 'body'>[]> {
  return tx.persistedOperation.findMany({ where: listed, select: { hash: true, body: true }, distinct: ['hash'], orderBy: { hash: 'asc' } });
}
