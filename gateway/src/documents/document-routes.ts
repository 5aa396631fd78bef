import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { requestHeader } from '@hub/kernel/audit/request-header.js';
import type { TokenClaims } from '@hub/kernel/identity/token-claims.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { clientGone } from '../answer/client-gone.js';
import type { GatewayContext } from '../gateway-context.js';
import { contentSecurityPolicy } from '../pages/content-security-policy.js';
import { checkPage } from './check-page.js';
import type { Documents } from './documents.js';

export interface DocumentRoutesOptions {
  readonly documents: Documents;
  readonly claims: (headers: IncomingHttpHeaders) => Promise<TokenClaims>;
  /** How the query of a document travels through the gateway, with these headers. */
  readonly contextFor: (headers: IncomingHttpHeaders, claims: TokenClaims, gone: AbortSignal) => GatewayContext;
}

const params = z.object({ kind: z.string(), '*': z.string() });
const search = z.object({ paper: z.enum(['label', 'a4']).default('label') });
const checked = z.object({ s: z.string().max(4_000).default('') });

/** /documents: what one query gives, laid out as a PDF for whoever asks (ADR 0038). */
export function documentRoutes(server: FastifyInstance, { documents, claims, contextFor }: DocumentRoutesOptions): void {
  server.get('/.well-known/document-keys.json', async (_request, reply) => reply.header('cache-control', 'public, max-age=300').send(await documents.key.jwks()));

  // For anybody who has the paper: it tells what stands on it, and nothing else.
  server.get('/documents/check', async ({ headers, query }, reply) => {
    const statement = await documents.check(parseRequest(checked, query, headers).s);
    void reply.header('cache-control', 'no-store').code(statement ? 200 : 404);
    if (headers.accept?.includes('application/json')) return reply.send({ genuine: statement !== undefined, ...(statement && { statement }) });
    return reply
      .headers({ 'content-security-policy': contentSecurityPolicy(headers.host), 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
      .type('text/html; charset=utf-8')
      .send(checkPage(statement));
  });

  // Without HEAD, which would ask for all of it to tell nothing. Parameters with a name would be cut at a hundred characters.
  server.get('/documents/:kind/*', { exposeHeadRoute: false }, async (request, reply) => {
    const { headers, protocol, host } = request;
    const locale = localeOf(headers['accept-language']);
    const claimed = await claims(headers);
    if (claimed.kind !== 'user') throw codedError('UNAUTHENTICATED', locale, { reason: { en: 'the token is a service’s, and no party’s', 'zh-CN': '令牌属于服务而非单位用户' } });
    const { kind, '*': ids } = parseRequest(params, request.params, headers);
    const { partyId, userId, role } = claimed;
    // By this name its reads are found in the owners' audit logs.
    const name = `document-${randomUUID()}`;
    const context = contextFor({ ...headers, [requestHeader]: name }, claimed, clientGone(reply.raw));
    const asked = { kind, ids: ids.split(',').filter(Boolean), paper: parseRequest(search, request.query, headers).paper, origin: `${protocol}://${host}`, asker: { partyId, userId, role }, locale, context };
    const { bytes, fileName } = await documents.make(asked);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .header('x-content-type-options', 'nosniff')
      .header(requestHeader, name)
      .type('application/pdf')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
}
