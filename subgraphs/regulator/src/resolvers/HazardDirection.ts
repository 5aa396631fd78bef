import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { directionAnswers, unitsAffected, unitsRecovered } from '../domain/direction-answer.js';
import type {
  ActRecord,
  DirectionAddresseeKind,
  DirectionKind,
  HazardDirectionResolvers,
  HazardDirectionState,
} from '../generated/graphql.js';

export const HazardDirection: HazardDirectionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.hazardDirection.load(id),
  handling: ({ handlingId }, _args, { loaders }) => loaders.hazardHandling.load(handlingId),
  kind: ({ kind }) => kind as DirectionKind,
  addresseeKind: ({ addresseeKind }) => addresseeKind as DirectionAddresseeKind,
  addressee: ({ addresseeId }) => (addresseeId === null ? null : { id: addresseeId }),
  regulator: ({ holder }) => ({ id: holder }),
  monitoringData: ({ monitoringDataIds }) => monitoringDataIds.map((id) => ({ id })),
  state: ({ state }) => state as HazardDirectionState,
  answers: ({ answers }) => directionAnswers(answers),
  unitsAffected: ({ answers }) => unitsAffected(directionAnswers(answers)),
  unitsRecovered: ({ answers }) => unitsRecovered(directionAnswers(answers)),
  issued: ({ issued }) => issued as unknown as ActRecord,
  ended: ({ ended }) => ended as unknown as ActRecord | null,
};
