import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeDatabase, ExchangeTransaction } from '../repository/database.js';

/**
 * Does work of the exchange's own in short transactions, one after the other, until nothing of it is left.
 * @param once does a part, and tells whether there may be more
 */
export async function inBatches(database: ExchangeDatabase, once: (unit: UnitOfWork<ExchangeTransaction>) => Promise<boolean>, signal?: AbortSignal): Promise<void> {
  const batch = () => inUnitOfWork(database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, once);
  while ((await batch()) && !signal?.aborted);
}
