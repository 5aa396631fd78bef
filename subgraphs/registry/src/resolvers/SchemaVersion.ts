import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { SchemaVersionResolvers } from '../generated/graphql.js';

export const SchemaVersion: SchemaVersionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.schemaVersion.load(id),
  sdl: ({ contentHash }, _args, { loaders }) => loaders.schemaText.load(contentHash),
};
