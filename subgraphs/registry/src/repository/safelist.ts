import type { PersistedOperation } from '@hub/prisma/registry/generated/client.js';
import type { RegistryTransaction } from './database.js';

const listed = { retiredAt: null, safelistedAt: { not: null } };
const inOrder = { distinct: ['hash', 'manifestId'], orderBy: [{ hash: 'asc' }, { manifestId: 'asc' }] } as const;

/** What is on the list that gateways take, by the hash of its text and the id of its client's manifest: so little is read where a gateway asks whether there is another list. */
export async function safelistNames(tx: Pick<RegistryTransaction, 'persistedOperation'>): Promise<string[]> {
  const operations = await tx.persistedOperation.findMany({ where: listed, select: { hash: true, manifestId: true }, distinct: [...inOrder.distinct], orderBy: [...inOrder.orderBy] });
  return operations.map(({ hash, manifestId }) => (manifestId === null ? hash : `${hash} ${manifestId}`));
}

/** The operations of the list; clients that were built with the same text ask the same one, each under the id that it knows. */
export function safelistOperations(tx: Pick<RegistryTransaction, 'persistedOperation'>): Promise<Pick<PersistedOperation, 'hash' | 'manifestId' | 'body'>[]> {
  return tx.persistedOperation.findMany({ where: listed, select: { hash: true, manifestId: true, body: true }, distinct: [...inOrder.distinct], orderBy: [...inOrder.orderBy] });
}
