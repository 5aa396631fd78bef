import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { resolveReferencesOneByOne } from '../loading/resolve-references.js';
import { scalars } from '../scalars/scalars.js';

/** What a subgraph publishes, and what resolves it. */
export interface ResolvedContract {
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, object>>;
}

/** Builds a subgraph's executable schema, which takes long and needs nothing but the definition. */
export function subgraphSchema({ sdl, resolvers }: ResolvedContract): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: { ...scalars, ...resolvers } });
  resolveReferencesOneByOne(schema);
  return schema;
}
