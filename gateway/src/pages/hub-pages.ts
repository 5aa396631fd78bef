import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayEnvironment } from '../environment.js';
import { contentSecurityPolicy, type OutsideOrigins } from './content-security-policy.js';
import { demoIdentityRoutes } from './demo-identity-routes.js';

const built = fileURLToPath(new URL('../../console/dist/', import.meta.url));
const apollo = 'https://sandbox.embed.apollographql.com';

/**
 * The pages: the console at /console and below, GraphiQL at /explorer, which both need no outside host, and Apollo Sandbox at /sandbox, which loads from
 * Apollo's. Built files have their content's hash in their names and may be kept; the pages themselves may not.
 */
export async function hubPages(server: FastifyInstance, { console, explorer, sandbox, demoIdentities, dataDir, issuer }: GatewayEnvironment): Promise<void> {
  if (!console && !explorer && !sandbox) return;
  await server.register(fastifyStatic, {
    root: `${built}assets`,
    prefix: '/pages/assets/',
    index: false,
    cacheControl: false,
    preCompressed: true,
    // A worker goes by the policy of its own response, not by that of the page.
    setHeaders: (response) => {
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      response.setHeader('content-security-policy', contentSecurityPolicy(undefined));
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });
  const page = (file: string, outside?: OutsideOrigins) => async ({ headers }: FastifyRequest, reply: FastifyReply) =>
    reply
      .headers({
        'content-security-policy': contentSecurityPolicy(headers.host, outside),
        'cache-control': 'no-cache',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .sendFile(file, built, { cacheControl: false });
  // The console finds its page by the address, which may be opened anew or sent to somebody.
  if (console) for (const path of ['/console', '/console/*']) server.get(path, page('console.html'));
  if (explorer) server.get('/explorer', page('explorer.html'));
  if (sandbox) server.get('/sandbox', page('sandbox.html', { frame: apollo }));
  demoIdentityRoutes(server, issuer?.kind === 'development' ? demoIdentities : [], dataDir);
}
