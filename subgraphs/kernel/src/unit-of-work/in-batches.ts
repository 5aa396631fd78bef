import type { Database, Transaction } from './transaction.js';
import { inUnitOfWork, type UnitOfWork } from './unit-of-work.js';

/**
 * Does work of an owner's own in short transactions, one after the other, until nothing of it is left.
 * @param once does a part, and tells whether there may be more
 */
export async function inBatches<Tx extends Transaction>(database: Database<Tx>, owner: string, once: (unit: UnitOfWork<Tx>) => Promise<boolean>, signal?: AbortSignal): Promise<void> {
  const batch = () => inUnitOfWork(database, { owner, at: new Date(), actor: null, causedBy: [] }, once);
  while ((await batch()) && !signal?.aborted);
}
