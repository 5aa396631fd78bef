import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { InjuryRecord, RiskScopeRecord } from '../domain/risk-report-content.js';
import type { ActRecord, HazardDegree, ResolversParentTypes, RiskReportResolvers, RiskReportState } from '../generated/graphql.js';

export const RiskReport: RiskReportResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.riskReport.load(id),
  platform: ({ holder }, _args, { loaders }) => loaders.platform.load(holder) as Promise<ResolversParentTypes['Platform']>,
  center: ({ centerId }) => ({ id: centerId }),
  hazardDegree: ({ hazardDegree }) => hazardDegree as HazardDegree,
  scope: ({ scope }) => scope as unknown as RiskScopeRecord,
  injuries: ({ injuries }) => injuries as unknown as InjuryRecord,
  state: ({ state }) => state as RiskReportState,
  submitted: ({ submitted }) => submitted as unknown as ActRecord,
};
