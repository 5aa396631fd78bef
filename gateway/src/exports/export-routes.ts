import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { requestHeader } from '@hub/kernel/audit/request-header.js';
import { purposeHeader } from '@hub/kernel/identity/authenticate.js';
import type { TokenClaims } from '@hub/kernel/identity/token-claims.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientGone } from '../answer/client-gone.js';
import type { GatewayContext } from '../gateway-context.js';
import { filePosition } from './file-position.js';
import type { ExportRecord } from './export-record.js';
import { exportRequest, type ExportFormat } from './export-request.js';
import type { Asking, Exports } from './exports.js';

export interface ExportRoutesOptions {
  readonly exports: Exports;
  readonly claims: (headers: IncomingHttpHeaders) => Promise<TokenClaims>;
  /** How one operation of a request travels through the gateway, with these headers. */
  readonly contextFor: (headers: IncomingHttpHeaders, claims: TokenClaims, gone: AbortSignal) => GatewayContext;
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl; charset=utf-8',
};
const params = z.object({ id: z.string() });
const search = z.object({ from: z.coerce.number().int().min(0).default(0) });

/** /exports: lists as files. What is fetched is asked for with the rights of whoever fetches it (ADR 0028). */
export function exportRoutes(server: FastifyInstance, { exports, claims, contextFor }: ExportRoutesOptions): void {
  const onTheirWay = new Set<Readable>();
  server.addHook('preClose', async () => {
    // Without an error: nothing stopped the export, and its client goes on with it.
    for (const file of onTheirWay) file.destroy();
  });

  server.get('/.well-known/export-keys.json', async (_request, reply) => reply.header('cache-control', 'public, max-age=300').send(await exports.key.jwks()));

  server.post('/exports', async (request, reply) => {
    const record = await exports.begin(parseRequest(exportRequest, request.body, request.headers), await asking(request, reply));
    return reply.code(201).header('location', `/exports/${record.begun.id}`).send(told(record, false));
  });

  server.get('/exports/:id', async (request, reply) => {
    const [id, asked] = [idOf(request), await asking(request, reply)];
    // Before its record is read: one that ends meanwhile has noted why before it runs no more.
    const running = exports.isRunning(id);
    return unkept(reply).send(told(await exports.find(id, asked), running));
  });

  server.delete('/exports/:id', async (request, reply) => {
    await exports.remove(idOf(request), await asking(request, reply));
    return reply.code(204).send();
  });

  server.get('/exports/:id/manifest.json', async (request, reply) => {
    const { text } = await exports.manifest(idOf(request), await asking(request, reply));
    return unkept(reply).type('application/json; charset=utf-8').send(text);
  });

  server.get('/exports/:id/manifest.jws', async (request, reply) => {
    const { signature } = await exports.manifest(idOf(request), await asking(request, reply));
    return unkept(reply).type('application/jose').send(signature);
  });

  // Without HEAD, which would ask for all rows to tell nothing.
  server.get('/exports/:id/file', { exposeHeadRoute: false }, async (request, reply) => {
    const { from } = parseRequest(search, request.query, request.headers);
    const { begun, position, bytes, time, tooLate, leave } = await exports.fetch(idOf(request), from, await asking(request, reply));
    const file = Readable.from(bytes, { objectMode: false, highWaterMark: 64 * 1024 });
    onTheirWay.add(file);
    // Where a client stops reading no page is asked for any more, which would find that its time is up.
    const late = setTimeout(() => file.destroy(tooLate()), time).unref();
    file.once('close', () => {
      clearTimeout(late);
      onTheirWay.delete(file);
      leave();
    });
    const { list, format } = begun.request;
    return unkept(reply)
      .header('x-hub-export-from', position.bytes)
      .header('content-disposition', `attachment; filename="${list}.${format}"`)
      .type(mediaTypes[format])
      .send(file);
  });

  async function asking(request: FastifyRequest, reply: FastifyReply): Promise<Asking> {
    const { headers } = request;
    const locale = localeOf(headers['accept-language']);
    const claimed = await claims(headers);
    if (claimed.kind !== 'user') throw codedError('UNAUTHENTICATED', locale, { reason: { en: 'the token is a service’s, and no party’s', 'zh-CN': '令牌属于服务而非单位用户' } });
    const { partyId, userId, role } = claimed;
    const gone = clientGone(reply.raw);
    const stated = headers[purposeHeader];
    return {
      asker: { partyId, userId, role },
      locale,
      purpose: typeof stated === 'string' ? stated : undefined,
      // By the name of the export its reads are found in the owners' audit logs.
      contextFor: ({ id, purpose }) => contextFor({ ...headers, [purposeHeader]: purpose, [requestHeader]: `export-${id}` }, claimed, gone),
    };
  }
}

function idOf({ params: given, headers }: FastifyRequest): string {
  return parseRequest(params, given, headers).id;
}

function unkept(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store');
}

/** An export as its asker is told of it. */
function told(record: ExportRecord, running: boolean): object {
  const { begun, manifest, problem } = record;
  const { id, request, query, columns, totalCount, beganAt, pageSize } = begun;
  const { bytes } = filePosition(record, Number.MAX_SAFE_INTEGER);
  return {
    id,
    list: request.list,
    format: request.format,
    state: running ? 'RUNNING' : manifest ? 'COMPLETE' : problem ? 'STOPPED' : 'OPEN',
    problem: problem ?? null,
    rows: record.pages.reduce((sum, page) => sum + page.rows, 0),
    bytes: record.whole?.bytes ?? bytes,
    totalCount: totalCount ?? null,
    pageSize,
    columns: columns.map(({ name }) => name),
    query,
    beganAt,
    file: `/exports/${id}/file`,
    manifest: `/exports/${id}/manifest.json`,
    signature: `/exports/${id}/manifest.jws`,
  };
}
