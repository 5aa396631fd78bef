import type { TokenVerifier } from '@hub/kernel/identity/token-verifier.js';
import { subscriptionSockets } from '@hub/kernel/sockets/subscription-sockets.js';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../limits/admission.js';
import type { HttpAdmission } from '../limits/http-admission.js';
import { admittedMessages } from './admitted-messages.js';
import { GatewaySubscriptions, type GatewaySubscriptionsOptions } from './gateway-subscriptions.js';
import { httpSubscriptions } from './http-subscriptions.js';
import { bearers } from './token-bearer.js';

/** Subscriptions that are served. */
export interface ServedSubscriptions {
  /** Tells every subscription where to come back, and takes no more. */
  close(): Promise<void>;
}

/** What stands at the two doors by which subscriptions come. */
export interface Admissions {
  readonly ofMessages: Admission;
  readonly ofRequests: HttpAdmission;
}

/** Serves subscriptions at the address of queries: over WebSocket, server-sent events and multipart HTTP, to whoever has a valid token. */
export function serveSubscriptions(
  server: FastifyInstance,
  verify: TokenVerifier,
  admissions: Admissions,
  options: GatewaySubscriptionsOptions,
): ServedSubscriptions {
  const subscriptions = new GatewaySubscriptions(options);
  const authenticate = bearers(verify);
  httpSubscriptions(server, { authenticate, subscriptions, admission: admissions.ofRequests });
  const sockets = subscriptionSockets(server, { authenticate, runner: admittedMessages(subscriptions, admissions.ofMessages) });
  return {
    async close() {
      await sockets.close();
      await subscriptions.close();
    },
  };
}
