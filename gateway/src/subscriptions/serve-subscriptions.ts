import { tokenVerifier } from '@hub/kernel/identity/token-verifier.js';
import type { Issuer } from '@hub/kernel/identity/issuer.js';
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

/** Serves subscriptions at the address of queries: over WebSocket, server-sent events and multipart HTTP, to whom the issuer knows. */
export function serveSubscriptions(server: FastifyInstance, issuer: Issuer, options: GatewaySubscriptionsOptions): ServedSubscriptions {
  const subscriptions = new GatewaySubscriptions(options);
  const authenticate = bearers(tokenVerifier(issuer));
  httpSubscriptions(server, { authenticate, subscriptions });
  const sockets = subscriptionSockets(server, { authenticate, runner: subscriptions });
  return {
    async close() {
      await sockets.close();
      await subscriptions.close();
    },
  };
}
