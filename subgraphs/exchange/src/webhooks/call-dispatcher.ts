import { isAllowedHost } from '@hub/kernel/outbound/is-allowed-host.js';
import { isPublicAddress } from '@hub/kernel/outbound/is-public-address.js';
import { outboundDispatcher, type Resolve } from '@hub/kernel/outbound/outbound-dispatcher.js';
import type { Agent } from 'undici';

/** Calls under way at once in one process. */
export const mostCallsAtOnce = 16;

const anywhere = () => true;

/** The connections of webhooks: to public addresses, and to whatever the operator allows. Literal addresses are not resolved: see addressFault. */
export function callDispatcher(allowedHosts: ReadonlySet<string>, timeoutSeconds: number, resolve?: Resolve): Agent {
  return outboundDispatcher({
    ruleOf: ({ hostname, port, protocol }) => (isAllowedHost(allowedHosts, hostname, port, protocol) ? anywhere : isPublicAddress),
    timeoutSeconds,
    // Of one host, as many as calls are made at once: one that waits for a connection would seem to be answered too late.
    connections: mostCallsAtOnce,
    ...(resolve && { resolve }),
  });
}
