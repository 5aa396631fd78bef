import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, DataCorrectionResolvers, DataCorrectionState } from '../generated/graphql.js';

export const DataCorrection: DataCorrectionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.dataCorrection.load(id),
  // The register is the original of every replica by which a party may ask or be asked.
  requester: async ({ requesterId }, _args, { loaders }) => (await loaders.participant.load(requesterId))!,
  holder: ({ holder }, _args, { loaders }) => (holder === '' ? null : loaders.participant.load(holder)),
  state: ({ state }) => state as DataCorrectionState,
  requested: ({ requested }) => requested as unknown as ActRecord,
  answered: ({ answered }) => answered as unknown as ActRecord | null,
};
