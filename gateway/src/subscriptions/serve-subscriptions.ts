import type { TokenVerifier } from '@hub/kernel/identity/token-verifier.js';
import { subscriptionSockets } from '@hub/kernel/sockets/subscription-sockets.js';
import type { FastifyInstance } from 'fastify';
import { GatewaySubscriptions, type GatewaySubscriptionsOptions } from './gateway-subscriptions.js';
import { httpSubscriptions } from './http-subscriptions.js';
import { bearers } from './token-bearer.js';

/** Subscriptions that are served. */
export interface ServedSubscriptions {
  /** Tells every subscription where to come back, and takes no more. */
  close(): Promise<void>;
}

/** Serves subscriptions at the address of queries: over WebSocket, server-sent events and multipart HTTP, to whoever has a valid token. */
export function serveSubscriptions(server: FastifyInstance, verify: TokenVerifier, options: GatewaySubscriptionsOptions): ServedSubscriptions {
  const subscriptions = new GatewaySubscriptions(options);
  const authenticate = bearers(verify);
  httpSubscriptions(server, { authenticate, subscriptions, admit: options.admit });
  const sockets = subscriptionSockets(server, { authenticate, runner: subscriptions });
  return {
    async close() {
      await sockets.close();
      await subscriptions.close();
    },
  };
}
