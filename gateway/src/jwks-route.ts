import { developmentJwks } from '@hub/kernel/identity/development-issuer.js';
import type { Issuer } from '@hub/kernel/identity/issuer.js';
import type { FastifyInstance } from 'fastify';

/** /.well-known/jwks.json: the development issuer's public keys (RFC 7517); 404 where another issuer's tokens are verified. */
export function jwksRoute(server: FastifyInstance, issuer: Issuer): void {
  if (issuer.kind !== 'development') return;
  server.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(await developmentJwks(issuer.folder)),
  );
}
