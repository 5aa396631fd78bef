import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaVersionAsOf: QueryResolvers['schemaVersionAsOf'] = async (_root, { subgraph, at }, { loaders, repositories }) => {
  const id = await repositories.schemaVersionAsOf(subgraph, at);
  return id === undefined ? null : loaders.schemaVersion.load(id);
};
