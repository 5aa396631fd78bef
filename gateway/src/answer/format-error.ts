import { maskUnexpectedErrors } from '@hub/kernel/service/mask-unexpected-errors.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { GraphQLFormattedError } from 'graphql';
import { SubgraphError } from '../executor/subgraph-error.js';

/** Lets what subgraphs told pass as they told it, and masks what is unexpected in the gateway itself. */
export function formatError(log: Logger) {
  const mask = maskUnexpectedErrors(log);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
    error instanceof SubgraphError ? formatted : mask(formatted, error);
}
