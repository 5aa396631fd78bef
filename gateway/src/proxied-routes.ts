import httpProxy from '@fastify/http-proxy';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';

/** What owners serve for reading besides GraphQL: the keys of reports and of their receipts, and what the registry delivers. */
const proxied = [
  { owner: 'labs', prefix: '/.well-known/report-keys.json', routes: ['/'] },
  { owner: 'monitoring-center', prefix: '/.well-known/receipt-keys.json', routes: ['/'] },
  { owner: 'registry', prefix: '/registry', routes: ['/*'] },
];

/** Hands these addresses through to their owners, for GET only, so that they take no bodies. */
export async function proxiedRoutes(
  server: FastifyInstance,
  subgraphs: Readonly<Record<string, string>>,
  timeout: number,
): Promise<void> {
  for (const { owner, prefix, routes } of proxied) {
    const upstream = subgraphs[owner];
    if (upstream === undefined) continue;
    await server.register(async (scope) => {
      // The proxy brings one of its own.
      scope.removeContentTypeParser('application/json');
      await scope.register(httpProxy, {
        upstream,
        prefix,
        rewritePrefix: prefix,
        routes,
        httpMethods: ['GET'],
        undici: { connections: 8, headersTimeout: timeout, bodyTimeout: timeout },
        replyOptions: {
          onError: (reply, { error }) => {
            reply.log.warn({ err: error, subgraph: owner }, 'a subgraph does not answer');
            const locale = localeOf(reply.request.headers['accept-language']);
            const { message, extensions } = codedError('UPSTREAM_UNAVAILABLE', locale, { owner });
            void reply.code(503).send({ errors: [{ message, extensions: { ...extensions, owner } }] });
          },
        },
      });
    });
  }
}
