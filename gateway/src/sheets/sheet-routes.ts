import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { requestHeader } from '@hub/kernel/audit/request-header.js';
import type { TokenClaims } from '@hub/kernel/identity/token-claims.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { parseRequest, wrong } from '@hub/kernel/service/parse-request.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientGone } from '../answer/client-gone.js';
import type { GatewayContext } from '../gateway-context.js';
import type { SheetAsking, Sheets, TakenSheet } from './sheets.js';

export interface SheetRoutesOptions {
  readonly sheets: Sheets;
  /** Bytes of a sheet that is sent. */
  readonly bodyLimit: number;
  readonly claims: (headers: IncomingHttpHeaders) => Promise<TokenClaims>;
  /** How one operation of a request travels through the gateway, with these headers. */
  readonly contextFor: (headers: IncomingHttpHeaders, claims: TokenClaims, gone: AbortSignal) => GatewayContext;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const params = z.object({ act: z.string().max(100) });
/** An object in JSON. */
const json = z.string().max(10_000).transform((given, context): object => {
  try {
    const read: unknown = JSON.parse(given);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  } catch {
    // Told beneath.
  }
  context.addIssue({ code: 'custom', ...wrong({ en: 'is no object in JSON', 'zh-CN': '不是 JSON 对象' }) });
  return z.NEVER;
});
const search = z.object({ waiting: z.enum(['yes', 'no']).default('yes'), filter: json.default({}) });

/** /sheets: acts as sheets to be fetched, filled in and sent (ADR 0043). */
export async function sheetRoutes(gateway: FastifyInstance, { sheets, bodyLimit, claims, contextFor }: SheetRoutesOptions): Promise<void> {
  // In a room of its own: nothing else of the gateway takes what is no JSON.
  await gateway.register(async (server) => {
    server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));

    server.get('/sheets', async (request, reply) => {
      await asking(request, reply);
      return unkept(reply).send({ acts: sheets.acts().map((each) => ({ ...each, sheet: `/sheets/${each.act}` })) });
    });

    // Without HEAD, which would ask for all that waits to tell nothing.
    server.get('/sheets/:act', { exposeHeadRoute: false }, async (request, reply) => {
      const { act } = parseRequest(params, request.params, request.headers);
      const { waiting, filter } = parseRequest(search, request.query, request.headers);
      const { workbook, waiting: rows, more } = await sheets.template(act, waiting === 'yes' ? filter : null, await asking(request, reply));
      void reply.header('x-hub-sheet', `waiting=${rows}${more ? ', more' : ''}`);
      return sent(reply, `${act}.xlsx`, workbook);
    });

    // Who asks is known before the body is read.
    server.post('/sheets/:act', { bodyLimit, onRequest: async ({ headers }) => void (await claims(headers)) }, async (request, reply) => {
      const { act } = parseRequest(params, request.params, request.headers);
      const { headers, body } = request;
      const locale = localeOf(headers['accept-language']);
      if (!Buffer.isBuffer(body)) throw codedError('SHEET_UNREADABLE', locale, { problem: { en: `it was not sent as ${xlsx}`, 'zh-CN': `未以 ${xlsx} 发送` } });
      const taken = await sheets.take(act, body, await asking(request, reply));
      void reply.header('x-hub-sheet', countsOf(taken));
      if (headers.accept?.includes(xlsx)) return sent(reply, `${act}-${locale === 'en' ? 'answer' : '办理结果'}.xlsx`, await taken.workbook());
      return unkept(reply).send({ act, rows: taken.outcomes.map(({ rows, ...outcome }) => ({ rows: rows.map(({ row }) => row), ...outcome })) });
    });
  });

  async function asking({ headers }: FastifyRequest, reply: FastifyReply): Promise<SheetAsking> {
    const locale = localeOf(headers['accept-language']);
    const claimed = await claims(headers);
    if (claimed.kind !== 'user') throw codedError('UNAUTHENTICATED', locale, { reason: { en: 'the token is a service’s, and no party’s', 'zh-CN': '令牌属于服务而非单位用户' } });
    const gone = clientGone(reply.raw);
    // By its name what one sheet did is found in the owners' audit logs.
    const named = { ...headers, [requestHeader]: `sheet-${randomUUID()}` };
    return { partyId: claimed.partyId, locale, contextFor: () => contextFor(named, claimed, gone) };
  }
}

/** How many items came to which outcome, as a dictionary (RFC 9651 §3.2). */
function countsOf({ outcomes }: TakenSheet): string {
  const count = (of: string) => outcomes.filter(({ outcome }) => outcome === of).length;
  return `done=${count('DONE')}, refused=${count('REFUSED')}, left-out=${count('LEFT_OUT')}, not-sent=${count('NOT_SENT')}`;
}

function sent(reply: FastifyReply, name: string, file: Buffer): FastifyReply {
  return unkept(reply).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).header('x-content-type-options', 'nosniff').type(xlsx).send(file);
}

function unkept(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store');
}
