import { parentPort, workerData } from 'node:worker_threads';
import { contractNames, contractVariants } from '@hub/schema/contract/contract-variants.js';
import { deriveContract } from '@hub/schema/contract/derive-contract.js';
import { comeAfterRequests } from '../checking/after-requests.js';

// What runs in the thread in which contracts are derived: all of one supergraph, then it ends.

comeAfterRequests();
const { supergraphSdl } = workerData as { readonly supergraphSdl: string };
parentPort?.postMessage(Object.fromEntries(contractNames.map((name) => [name, deriveContract(supergraphSdl, contractVariants[name])])));
