import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, PersistedOperationResolvers } from '../generated/graphql.js';

export const PersistedOperation: PersistedOperationResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.persistedOperation.load(id),
  registered: ({ registered }) => registered as unknown as ActRecord,
  retired: ({ retired }) => retired as unknown as ActRecord | null,
};
