import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/**
 * Lets nobody on the way keep an answer (RFC 9111 §5.2.2.5): each is for one caller, by the terms of its moment. In place of Apollo
 * Server's cache control, which says the same and wraps every resolver to find out.
 */
export function noStore<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response }) => void response.http.headers.set('cache-control', 'no-store'),
    }),
  };
}
