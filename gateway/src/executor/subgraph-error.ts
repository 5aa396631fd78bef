import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** An error that a subgraph told, at its place in the client's answer: it passes as it is, for its owner has masked what was unexpected. */
export class SubgraphError extends GraphQLError {
  override readonly name = 'SubgraphError';

  constructor({ message, extensions }: GraphQLFormattedError, path: readonly (string | number)[] | undefined) {
    // It did not arise here: where it is made tells nothing, and to find out is the dearest part of it (a tenth of the gateway's time).
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    // The code of @apollo/gateway for an error that has none.
    super(message, { path, extensions: { ...extensions, code: extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR' } });
    Error.stackTraceLimit = stackTraceLimit;
  }
}
