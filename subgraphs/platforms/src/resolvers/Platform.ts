import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { PlatformResolvers } from '../generated/graphql.js';

export const Platform: PlatformResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.platform.load(id),
  participant: ({ id }) => ({ id }),
};
