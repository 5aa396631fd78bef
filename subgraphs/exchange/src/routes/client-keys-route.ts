import type { Membership } from '@hub/kernel/identity/membership.js';
import { clientKeysPath } from '@hub/kernel/identity/published-client-keys.js';
import type { FastifyInstance } from 'fastify';

/**
 * Public keys of the systems of all parties (系统密钥, JWK set of RFC 7517 §5): gateways verify by them what a system has signed. Whose they are is not told; owners look that up in their replicas, and decide.
 */
export function clientKeysRoute(server: FastifyInstance, membership: Membership): void {
  server.get(clientKeysPath, async (_request, reply) => {
    const keys = membership.clientKeys.map(({ id, publicJwk }) => ({ ...publicJwk, kid: id, use: 'sig' }));
    return reply.headers({ 'cache-control': 'no-store' }).type('application/jwk-set+json').send(JSON.stringify({ keys }));
  });
}
