import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { keptResults } from '../domain/kept-results.js';
import { sealDiffers, type SampleDispatch as Dispatch } from '../domain/sample-dispatch.js';
import type {
  ActRecord,
  EvidenceFile,
  ResolversParentTypes,
  SampleDispatch,
  SampleReceiptResolvers,
  SampleReceiptState,
  SampleStorage,
  TestResult,
} from '../generated/graphql.js';

export const SampleReceipt: SampleReceiptResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.sampleReceipt.load(id),
  commission: ({ commissionId }) => ({ id: commissionId }),
  sample: ({ sampleId }) => ({ id: sampleId }),
  // The centre commissions only labs whose scope it knows, and it knows them from here.
  lab: ({ holder }, _args, { loaders }) => loaders.lab.load(holder) as Promise<ResolversParentTypes['Lab']>,
  state: ({ state }) => state as SampleReceiptState,
  dispatch: ({ dispatch }) => dispatch as unknown as SampleDispatch | null,
  sealDiffers: (receipt) => sealDiffers(receipt.dispatch as unknown as Dispatch | null, receipt),
  photos: ({ photos }) => photos as unknown as EvidenceFile[],
  storage: ({ storage }) => storage as unknown as SampleStorage | null,
  storageReadings: ({ id }, _args, { loaders }) => loaders.readingsOfReceipt.load(id),
  received: ({ received }) => received as unknown as ActRecord | null,
  custody: ({ id }, _args, { loaders }) => loaders.custodyOfReceipt.load(id),
  results: ({ results }) => keptResults(results) as TestResult[],
  failure: async ({ id }, _args, { loaders }) => (await loaders.failureOfReceipt.load(id))[0] ?? null,
  reports: ({ id }, _args, { loaders }) => loaders.reportsOfReceipt.load(id),
};
