import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** An error that a subgraph told, at its place in the client's answer: it passes as it is, for its owner has masked what was unexpected. */
export class SubgraphError extends GraphQLError {
  override readonly name = 'SubgraphError';

  constructor({ message, extensions }: GraphQLFormattedError, path: readonly (string | number)[] | undefined) {
    // The code of @apollo/gateway for an error that has none.
    super(message, { path, extensions: { ...extensions, code: extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR' } });
  }
}
