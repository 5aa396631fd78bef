import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context.js';
import type { CostLimits } from './cost/cost-limits.js';

/** Applies to each operation what needs more than its text: its cost under its supergraph, and its time; and its text, where it came by id. */
export function limitsPlugin(costs: CostLimits): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async ({ contextValue: { deadline, listed, locale }, request, schema }) => {
      deadline.start();
      if (listed !== undefined) {
        const { persistedQuery: _persistedQuery, ...extensions } = request.extensions ?? {};
        Object.assign(request, { query: listed, extensions });
      }
      return {
        didResolveOperation: async ({ document, operation, request: { variables = {} } }) => {
          if (operation) costs.of(schema).check(document, operation, variables, locale);
          if (operation?.operation === 'query') deadline.endWithClient();
        },
      };
    },
  };
}
