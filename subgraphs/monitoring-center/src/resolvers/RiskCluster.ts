import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { suggestedSpread } from '../domain/suggested-spread.js';
import type { RiskClusterChange, RiskClusterResolvers, RiskClusterState } from '../generated/graphql.js';

export const RiskCluster: RiskClusterResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.riskCluster.load(id),
  records: ({ id }, _args, { loaders }) => loaders.riskInformationOfCluster.load(id),
  suggestedSpread: async ({ id }, _args, { loaders }) => {
    const records = await loaders.riskInformationOfCluster.load(id);
    return suggestedSpread(await Promise.all(records.map((record) => loaders.spreadingRecord.load(record.id))));
  },
  mergedInto: ({ mergedIntoId }, _args, { loaders }) => (mergedIntoId === null ? null : loaders.riskCluster.load(mergedIntoId)),
  history: ({ history }) => history as unknown as RiskClusterChange[],
  assessments: ({ id }, _args, { loaders }) => loaders.assessmentsOfCluster.load(id),
  state: ({ state }) => state as RiskClusterState,
  center: ({ holder }) => ({ id: holder }),
};
