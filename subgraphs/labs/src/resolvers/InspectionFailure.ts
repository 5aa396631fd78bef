import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, EvidenceFile, InspectionFailureReason, InspectionFailureResolvers, ResolversParentTypes } from '../generated/graphql.js';

export const InspectionFailure: InspectionFailureResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.inspectionFailure.load(id),
  receipt: ({ receiptId }, _args, { loaders }) => loaders.sampleReceipt.load(receiptId),
  commission: ({ commissionId }) => ({ id: commissionId }),
  sample: ({ sampleId }) => ({ id: sampleId }),
  // The centre commissions only labs whose scope it knows, and it knows them from here.
  lab: ({ holder }, _args, { loaders }) => loaders.lab.load(holder) as Promise<ResolversParentTypes['Lab']>,
  reason: ({ reason }) => reason as InspectionFailureReason,
  evidence: ({ evidence }) => evidence as unknown as EvidenceFile[],
  reported: ({ reported }) => reported as unknown as ActRecord,
};
