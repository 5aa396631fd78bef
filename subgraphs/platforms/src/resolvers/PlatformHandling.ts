import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { HandlingMeasure } from '../domain/handling-measure.js';
import type { ActRecord, PlatformHandlingResolvers, PlatformHandlingState, ResolversParentTypes } from '../generated/graphql.js';

export const PlatformHandling: PlatformHandlingResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.handling.load(id),
  monitoringData: ({ id }) => ({ id }),
  acknowledgement: ({ id }, _args, { loaders }) => loaders.acknowledgement.load(id),
  platform: ({ holder }, _args, { loaders }) => loaders.platform.load(holder) as Promise<ResolversParentTypes['Platform']>,
  state: ({ state }) => state as PlatformHandlingState,
  measures: ({ measures }) => measures as unknown as HandlingMeasure[],
  completed: ({ completed }) => completed as unknown as ActRecord | null,
};
