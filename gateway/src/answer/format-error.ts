import { maskUnexpectedErrors } from '@hub/kernel/service/mask-unexpected-errors.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { SubgraphError } from '../upstream/subgraph-error.js';

/** Lets what subgraphs told pass as they told it, and masks what is unexpected in the gateway itself. */
export function formatError(log: Logger) {
  const mask = maskUnexpectedErrors(log);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (!(error instanceof GraphQLError && error.originalError instanceof SubgraphError)) return mask(formatted, error);
    // @apollo/gateway adds the name of the subgraph; `owner` says it already.
    const { serviceName: _serviceName, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions };
  };
}
