import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, AssessmentReportDecisionResolvers, DecisionOutcome } from '../generated/graphql.js';

export const AssessmentReportDecision: AssessmentReportDecisionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.assessmentReportDecision.load(id),
  report: ({ reportId }) => ({ id: reportId }),
  outcome: ({ outcome }) => outcome as DecisionOutcome,
  decided: ({ decided }) => decided as unknown as ActRecord,
  regulator: ({ holder }) => ({ id: holder }),
};
