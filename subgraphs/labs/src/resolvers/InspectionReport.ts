import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { InspectionReportResolvers, InspectionReportState, ResolversParentTypes, TestResult, Verdict } from '../generated/graphql.js';

export const InspectionReport: InspectionReportResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.inspectionReport.load(id),
  commission: ({ commissionId }) => ({ id: commissionId }),
  sample: ({ sampleId }) => ({ id: sampleId }),
  // The centre commissions only labs whose scope it knows, and it knows them from here.
  lab: ({ holder }, _args, { loaders }) => loaders.lab.load(holder) as Promise<ResolversParentTypes['Lab']>,
  results: ({ results }) => results as unknown as TestResult[],
  conclusion: ({ conclusion }) => conclusion as Verdict,
  state: ({ state }) => state as InspectionReportState,
};
