import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { suggestedSpread } from '../domain/suggested-spread.js';
import type {
  ActRecord,
  AssessmentMethod,
  AssessmentResolvers,
  AssessmentState,
  Dismissal,
  HarmLevel,
  HarmProbability,
  HazardDegree,
  ResolversParentTypes,
  Spread,
} from '../generated/graphql.js';

export const Assessment: AssessmentResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.assessment.load(id),
  // Whoever sees an assessment sees risk information, all of it.
  records: ({ recordIds }, _args, { loaders }) =>
    Promise.all(recordIds.map((id) => loaders.riskInformation.load(id) as Promise<ResolversParentTypes['RiskInformation']>)),
  cluster: ({ clusterId }, _args, { loaders }) => (clusterId === null ? null : loaders.riskCluster.load(clusterId)),
  method: ({ method }) => method as AssessmentMethod,
  hazardDegree: ({ hazardDegree }) => hazardDegree as HazardDegree,
  probability: ({ probability }) => probability as HarmProbability,
  harmLevel: ({ harmLevel }) => harmLevel as HarmLevel,
  spread: ({ spread }) => spread as Spread,
  suggestedSpread: async ({ recordIds }, _args, { loaders }) => suggestedSpread(await Promise.all(recordIds.map((id) => loaders.spreadingRecord.load(id)))),
  state: ({ state }) => state as AssessmentState,
  assessed: ({ assessed }) => assessed as unknown as ActRecord,
  report: ({ reportId }, _args, { loaders }) => (reportId === null ? null : loaders.assessmentReport.load(reportId)),
  dismissals: ({ dismissals }) => dismissals as unknown as Dismissal[],
  notices: ({ id }, _args, { loaders }) => loaders.riskNoticesOfAssessment.load(id),
};
