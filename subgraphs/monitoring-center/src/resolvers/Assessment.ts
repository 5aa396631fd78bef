import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type {
  ActRecord,
  AssessmentMethod,
  AssessmentResolvers,
  AssessmentState,
  HarmLevel,
  HarmProbability,
  HazardDegree,
  ResolversParentTypes,
  Spread,
} from '../generated/graphql.js';

export const Assessment: AssessmentResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.assessment.load(id),
  // Whoever sees an assessment sees risk information, all of it.
  riskInformation: ({ riskInformationId }, _args, { loaders }) =>
    loaders.riskInformation.load(riskInformationId) as Promise<ResolversParentTypes['RiskInformation']>,
  method: ({ method }) => method as AssessmentMethod,
  hazardDegree: ({ hazardDegree }) => hazardDegree as HazardDegree,
  probability: ({ probability }) => probability as HarmProbability,
  harmLevel: ({ harmLevel }) => harmLevel as HarmLevel,
  spread: ({ spread }) => spread as Spread,
  state: ({ state }) => state as AssessmentState,
  assessed: ({ assessed }) => assessed as unknown as ActRecord,
  report: ({ reportId }, _args, { loaders }) => (reportId === null ? null : loaders.assessmentReport.load(reportId)),
};
