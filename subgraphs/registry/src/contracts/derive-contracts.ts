import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ContractVariant } from '@hub/schema/contract/contract-variants.js';
import type { DerivedContract } from '@hub/schema/contract/derive-contract.js';

/** All contracts of a supergraph, by name. */
export type DerivedContracts = Readonly<Record<ContractVariant, DerivedContract>>;

/** What the thread runs; from sources too it is the built one, which Node can load. */
const main = new URL('../../dist/contracts/derive-contracts-main.js', import.meta.url);

/** Derives all contracts of a supergraph in a thread of their own: no request waits for it. @throws Error where the thread fails */
export async function deriveContracts(supergraphSdl: string): Promise<DerivedContracts> {
  // What this process was told of its own modules does not hold for the built ones.
  const worker = new Worker(main, { workerData: { supergraphSdl }, execArgv: [] });
  try {
    const [contracts] = (await once(worker, 'message')) as [DerivedContracts];
    return contracts;
  } finally {
    await worker.terminate();
  }
}
