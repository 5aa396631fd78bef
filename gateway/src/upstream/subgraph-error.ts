import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** An error that a subgraph told: it passes to the client as it is, for its owner has masked what was unexpected. */
export class SubgraphError extends GraphQLError {
  constructor(told: GraphQLFormattedError, owner: string) {
    const { stacktrace: _stacktrace, ...extensions } = told.extensions ?? {};
    super(told.message, { path: told.path, extensions: { ...extensions, owner: extensions['owner'] ?? owner } });
    this.name = 'SubgraphError';
  }
}

/** The same error where a type wants it as it stood on the wire; graphql's class says `undefined` where that has no path. */
export function toldError(told: GraphQLFormattedError, owner: string): GraphQLFormattedError {
  return new SubgraphError(told, owner) as GraphQLFormattedError;
}
