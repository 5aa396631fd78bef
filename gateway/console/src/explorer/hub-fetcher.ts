import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import type { Asker } from '../identity/identity';

/**
 * Asks the hub as whoever is chosen at the moment of asking: queries and mutations over HTTP, subscriptions over graphql-transport-ws, a
 * connection for each that ends with it.
 */
export function hubFetcher(asker: () => Asker | undefined): Fetcher {
  const authorization = (): Record<string, string> => {
    const { token } = asker() ?? {};
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  };
  const { protocol, host } = window.location;
  const wsClient = createClient({
    url: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`,
    connectionParams: () => ({ ...authorization(), 'accept-language': navigator.language }),
    lazyCloseTimeout: 0,
  });
  const fetcher = createGraphiQLFetcher({ url: '/graphql', wsClient });
  return (parameters, options) => fetcher(parameters, { ...options, headers: { ...authorization(), ...options?.headers } });
}
