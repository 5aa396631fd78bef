import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { directionAnswers, unitsRecovered } from '../domain/direction-answer.js';
import type { ActRecord, HazardHandlingResolvers, HazardHandlingState } from '../generated/graphql.js';

export const HazardHandling: HazardHandlingResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.hazardHandling.load(id),
  regulator: ({ holder }) => ({ id: holder }),
  monitoringData: ({ id }, _args, { loaders }) => loaders.monitoringDataOfHandling.load(id),
  directions: ({ id }, _args, { loaders }) => loaders.directionsOfHandling.load(id),
  referrals: ({ id }, _args, { loaders }) => loaders.referralsOfHandling.load(id),
  unitsRecovered: async ({ id }, _args, { loaders }) =>
    unitsRecovered((await loaders.directionsOfHandling.load(id)).flatMap(({ answers }) => directionAnswers(answers))),
  state: ({ state }) => state as HazardHandlingState,
  opened: ({ opened }) => opened as unknown as ActRecord,
  closed: ({ closed }) => closed as unknown as ActRecord | null,
};
