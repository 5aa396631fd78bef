import type { IncomingHttpHeaders } from 'node:http';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { etagMatches } from '@hub/kernel/service/etag-matches.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { asDcat } from '@hub/schema/catalogue/as-dcat.js';
import { governmentCatalogueAsCsv } from '@hub/schema/catalogue/government-catalogue-as-csv.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import { catalogue } from '@hub/schema/generated/catalogue.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { addressAsked } from './address-asked.js';
import { providerCodes } from './provider-codes.js';

const registration = z.strictObject({
  code: z.string().regex(/^\d*$/, 'is no code of a directory, which has digits alone; right would be, for example, 3063300').default(''),
  issued: z.iso.date('is no day; right would be, for example, 2026-11-28').optional(),
});

/**
 * `GET /catalogue` gives the catalogue of what is shared (共享信息资源目录, 5.4.4) as DCAT 3 in JSON-LD, `GET /catalogue.csv` as a 政务数据目录, each with its hash as entity tag: to
 * whom the terms in force give `Query.resourceCatalog`, of which they are two more forms. They carry no numbers.
 */
export function catalogueRoutes(server: FastifyInstance, authenticate: Authenticate, { operateInForce: operate }: RouteEngine): void {
  server.get('/catalogue', async ({ headers, host, protocol }, reply) => {
    if (!(await mayRead(headers, reply))) return reply;
    const address = addressAsked(headers, { host, protocol });
    return answer(headers, reply, 'application/ld+json', JSON.stringify(asDcat(catalogue, address)));
  });

  server.get('/catalogue.csv', async ({ headers, query }, reply) => {
    const { code, issued = dayInShanghai(new Date()) } = registration.parse(query);
    const caller = await mayRead(headers, reply);
    if (!caller) return reply;
    const providers = await providerCodes(operate, caller);
    return answer(headers, reply, 'text/csv; charset=utf-8; header=present', governmentCatalogueAsCsv(catalogue, { code, issued, providers }));
  });

  /** Who asks; undefined where the terms refuse, which is answered then. */
  async function mayRead(headers: IncomingHttpHeaders, reply: FastifyReply): Promise<Caller | undefined> {
    const caller = await authenticate.caller(headers);
    const { data, errors } = await operate({ caller, locale: localeOf(headers['accept-language']), document: '{ resourceCatalog { type } }', variables: {} });
    if (data?.['resourceCatalog']) return caller;
    void reply.code(403).send({ errors });
    return undefined;
  }
}

function answer(headers: IncomingHttpHeaders, reply: FastifyReply, type: string, text: string): FastifyReply {
  const etag = `"${sha256(text)}"`;
  void reply.headers({ etag, 'cache-control': 'private, no-cache' });
  return etagMatches(headers['if-none-match'], etag) ? reply.code(304).send() : reply.type(type).send(text);
}
