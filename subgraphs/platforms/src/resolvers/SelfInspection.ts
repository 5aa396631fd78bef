import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { NamedFile } from '@hub/kernel/validation/require-evidence-files.js';
import type { Context } from '../context.js';
import type { ActRecord, ResolversParentTypes, SelfInspectionResolvers, SelfInspectionState } from '../generated/graphql.js';

export const SelfInspection: SelfInspectionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.selfInspection.load(id),
  monitoringData: ({ monitoringDataId }) => ({ id: monitoringDataId }),
  seller: ({ holder }) => ({ id: holder }),
  platform: ({ platformId }, _args, { loaders }) => loaders.platform.load(platformId) as Promise<ResolversParentTypes['Platform']>,
  evidence: ({ evidence }) => evidence as unknown as NamedFile[],
  filed: ({ filed }) => filed as unknown as ActRecord,
  rectificationEvidence: ({ rectificationEvidence }) => rectificationEvidence as unknown as NamedFile[],
  rectified: ({ rectified }) => rectified as unknown as ActRecord | null,
  state: ({ state }) => state as SelfInspectionState,
};
