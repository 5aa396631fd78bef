import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, ReservedTarget, SamplingOrderResolvers, SamplingOrderState } from '../generated/graphql.js';

export const SamplingOrder: SamplingOrderResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.samplingOrder.load(id),
  workPlan: ({ workPlanId }, _args, { loaders }) => loaders.workPlan.load(workPlanId),
  plan: ({ planId }) => ({ id: planId }),
  platform: ({ platformId }) => ({ id: platformId }),
  replaces: ({ replacesSampleId }, _args, { loaders }) => (replacesSampleId === null ? null : loaders.sample.load(replacesSampleId)),
  targets: ({ targets }) => targets as unknown as ReservedTarget[],
  state: ({ state }) => state as SamplingOrderState,
  ordered: ({ ordered }) => ordered as unknown as ActRecord,
};
