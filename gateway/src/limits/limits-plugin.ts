import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context.js';

/** Applies to each operation what needs more than its text: its time. */
export function limitsPlugin(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async ({ contextValue: { deadline } }) => {
      deadline.start();
      return {
        didResolveOperation: async ({ operation }) => {
          if (operation?.operation === 'query') deadline.endWithClient();
        },
        willSendResponse: async () => deadline.end(),
      };
    },
  };
}
