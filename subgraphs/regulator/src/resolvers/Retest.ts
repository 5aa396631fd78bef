import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, RetestResolvers, RetestState, Verdict } from '../generated/graphql.js';

export const Retest: RetestResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.retest.load(id),
  objection: ({ objectionId }, _args, { loaders }) => loaders.objection.load(objectionId),
  monitoringData: ({ monitoringDataId }) => ({ id: monitoringDataId }),
  regulator: ({ holder }) => ({ id: holder }),
  state: ({ state }) => state as RetestState,
  conclusion: ({ conclusion }) => conclusion as Verdict | null,
  newMonitoringData: ({ newMonitoringDataId }) => (newMonitoringDataId === null ? null : { id: newMonitoringDataId }),
  ordered: ({ ordered }) => ordered as unknown as ActRecord,
};
