import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { missingOfWorkPlan } from '../domain/missing-of-work-plan.js';
import type { ActRecord, SamplingMethod, WorkPlanAmendment, WorkPlanResolvers, WorkPlanState } from '../generated/graphql.js';

export const WorkPlan: WorkPlanResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.workPlan.load(id),
  plan: ({ planId }) => ({ id: planId }),
  center: ({ holder }) => ({ id: holder }),
  method: ({ method }) => method as SamplingMethod | null,
  platforms: ({ platformIds }) => platformIds.map((id) => ({ id })),
  labs: ({ labIds }) => labIds.map((id) => ({ id })),
  missing: (workPlan) => missingOfWorkPlan(workPlan),
  amendments: ({ amendments }) => amendments as unknown as WorkPlanAmendment[],
  orders: ({ id }, _args, { loaders }) => loaders.samplingOrdersOfWorkPlan.load(id),
  spending: ({ planId, holder }, _args, { loaders }) => loaders.spendingUnderPlan.load({ planId, holder }),
  state: ({ state }) => state as WorkPlanState,
  drafted: ({ drafted }) => drafted as unknown as ActRecord,
  started: ({ started }) => started as unknown as ActRecord | null,
};
