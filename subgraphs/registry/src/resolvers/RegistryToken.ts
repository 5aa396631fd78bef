import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, RegistryTokenResolvers } from '../generated/graphql.js';

export const RegistryToken: RegistryTokenResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.registryToken.load(id),
  issued: ({ issued }) => issued as unknown as ActRecord,
};
