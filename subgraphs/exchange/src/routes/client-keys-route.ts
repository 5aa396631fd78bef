import { countsAt } from '@hub/kernel/identity/client-keys.js';
import type { Membership } from '@hub/kernel/identity/membership.js';
import { clientKeysPath, publishedKey } from '@hub/kernel/identity/published-client-keys.js';
import type { FastifyInstance } from 'fastify';

/**
 * Public keys that count of the systems of all parties (系统密钥, JWK set of RFC 7517 §5): gateways verify by them what a system has signed, and that it names whom the key signs for. Their names are not told.
 */
export function clientKeysRoute(server: FastifyInstance, membership: Membership): void {
  server.get(clientKeysPath, async (_request, reply) => {
    const now = Date.now();
    const keys = membership.clientKeys.filter((key) => countsAt(key, now)).map(publishedKey);
    return reply.headers({ 'cache-control': 'no-store' }).type('application/jwk-set+json').send(JSON.stringify({ keys }));
  });
}
