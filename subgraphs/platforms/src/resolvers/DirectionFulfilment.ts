import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { DirectionReport } from '../domain/direction-report.js';
import type {
  DirectionAddresseeKind,
  DirectionFulfilmentResolvers,
  DirectionFulfilmentState,
  DirectionKind,
} from '../generated/graphql.js';

export const DirectionFulfilment: DirectionFulfilmentResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.fulfilment.load(id),
  direction: ({ id }) => ({ id }),
  kind: ({ kind }) => kind as DirectionKind,
  addresseeKind: ({ addresseeKind }) => addresseeKind as DirectionAddresseeKind,
  addressee: ({ addresseeId }) => (addresseeId === null ? null : { id: addresseeId }),
  enterprise: ({ enterpriseId }, _args, { loaders }) => (enterpriseId === null ? null : loaders.enterprise.load(enterpriseId)),
  regulator: ({ regulatorId }) => ({ id: regulatorId }),
  monitoringData: ({ monitoringDataIds }) => monitoringDataIds.map((id) => ({ id })),
  state: ({ state }) => state as DirectionFulfilmentState,
  reports: ({ reports }) => reports as unknown as DirectionReport[],
};
