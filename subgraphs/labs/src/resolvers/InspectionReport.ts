import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { keptResults } from '../domain/kept-results.js';
import type { InspectionReportResolvers, InspectionReportState, ResolversParentTypes, TestResult, Verdict } from '../generated/graphql.js';

export const InspectionReport: InspectionReportResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.inspectionReport.load(id),
  commission: ({ commissionId }) => ({ id: commissionId }),
  sample: ({ sampleId }) => ({ id: sampleId }),
  receipt: ({ receiptId }, _args, { loaders }) => loaders.sampleReceipt.load(receiptId),
  // The centre commissions only labs whose scope it knows, and it knows them from here.
  lab: ({ holder }, _args, { loaders }) => loaders.lab.load(holder) as Promise<ResolversParentTypes['Lab']>,
  results: ({ results }) => keptResults(results) as TestResult[],
  conclusion: ({ conclusion }) => conclusion as Verdict,
  state: ({ state }) => state as InspectionReportState,
  signingKey: ({ signingKeyId }, _args, { loaders }) => (signingKeyId === null ? null : loaders.signingKey.load(signingKeyId)),
  supersedes: ({ supersedesId }, _args, { loaders }) => (supersedesId === null ? null : loaders.inspectionReport.load(supersedesId)),
  supersededBy: ({ supersededById }, _args, { loaders }) => (supersededById === null ? null : loaders.inspectionReport.load(supersededById)),
};
