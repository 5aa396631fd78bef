import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream';
import httpProxy from '@fastify/http-proxy';
import { requestHeader } from '@hub/kernel/audit/request-header.js';
import { filesPath } from '@hub/kernel/files/files-path.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance, HTTPMethods } from 'fastify';
import { PacedStream, type Pace } from './paced-stream.js';
import { requestName } from './upstream/request-name.js';

/** Files are read, and handed in by tus 1.0. */
const ofFiles: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'];

/** Milliseconds for what may rightly take longer than an answer of GraphQL: a file on its way and into its place, and the registry's `?wait`, which is at most a minute. */
const patience = 75_000;

/** What comes from an owner is read at 8 kB a second at least: some of these addresses are open to anybody. */
const usualPace: Pace = { bytes: 240_000, window: 30_000 };

/** What owners serve besides GraphQL: the keys of reports and of their receipts, the catalogue of what is shared, public notices, what the registry delivers, files that are imported with their reports, and files of evidence; files are handed in too (tus). */
const proxied: readonly { readonly owner: string; readonly prefix: string; readonly routes: string[]; readonly methods?: HTTPMethods[]; readonly patient?: true }[] = [
  { owner: 'labs', prefix: '/.well-known/report-keys.json', routes: ['/'] },
  { owner: 'monitoring-center', prefix: '/.well-known/receipt-keys.json', routes: ['/'] },
  { owner: 'monitoring-center', prefix: '/imports/monitoring-center', routes: ['/*'], methods: ofFiles, patient: true },
  { owner: 'exchange', prefix: '/catalogue', routes: ['/'] },
  { owner: 'exchange', prefix: '/catalogue.csv', routes: ['/'] },
  { owner: 'regulator', prefix: '/public-notices', routes: ['/'] },
  { owner: 'registry', prefix: '/registry', routes: ['/*'], patient: true },
  ...['regulator', 'monitoring-center', 'labs', 'platforms', 'exchange'].map((owner) => ({ owner, prefix: filesPath(owner), routes: ['/*'], methods: ofFiles, patient: true as const })),
];

/** Hands these addresses through to their owners, as they come: for GET only, so that they take no bodies, unless it says otherwise. */
export async function proxiedRoutes(
  server: FastifyInstance,
  subgraphs: Readonly<Record<string, string>>,
  timeout: number,
  pace = usualPace,
): Promise<void> {
  for (const { owner, prefix, routes, methods = ['GET'], patient } of proxied) {
    const upstream = subgraphs[owner];
    if (upstream === undefined) continue;
    const longest = patient ? Math.max(timeout, patience) : timeout;
    await server.register(async (scope) => {
      // The proxy brings one of its own.
      scope.removeContentTypeParser('application/json');
      await scope.register(httpProxy, {
        upstream,
        prefix,
        rewritePrefix: prefix,
        routes,
        httpMethods: methods,
        undici: { connections: patient ? 64 : 8, headersTimeout: longest, bodyTimeout: longest },
        replyOptions: {
          rewriteRequestHeaders: ({ host, protocol }, headers) => passedOn(headers, { host, protocol }),
          onResponse: (_request, reply, { stream }) => void reply.send(pipeline(stream, new PacedStream(pace), () => undefined)),
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

/**
 * The caller's headers under a name of the request as everywhere, with the address at which the gateway was asked: what it says of that itself counts only where it is a trusted proxy, for owners write
 * the address into what they answer. `expect` was answered here already, and is the caller's connection's alone (RFC 9110 §10.1.1).
 */
function passedOn({ expect: _answered, ...headers }: IncomingHttpHeaders, { host, protocol }: { readonly host: string; readonly protocol: string }): IncomingHttpHeaders {
  return { ...headers, 'x-forwarded-host': host, 'x-forwarded-proto': protocol, [requestHeader]: requestName(headers[requestHeader]) };
}
