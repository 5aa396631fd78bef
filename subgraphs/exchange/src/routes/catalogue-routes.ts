import type { IncomingHttpHeaders } from 'node:http';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { etagMatches } from '@hub/kernel/service/etag-matches.js';
import { parseRequest, wrong } from '@hub/kernel/service/parse-request.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { asDcat } from '@hub/schema/catalogue/as-dcat.js';
import { governmentCatalogueAsCsv } from '@hub/schema/catalogue/government-catalogue-as-csv.js';
import { localeOf, type Locale } from '@hub/schema/errors/locale.js';
import { catalogue } from '@hub/schema/generated/catalogue.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { GraphQLFormattedError } from 'graphql';
import { addressAsked } from './address-asked.js';
import { catalogueDocuments } from './catalogue-documents.js';
import { providerCodes } from './provider-codes.js';

const registration = z.strictObject({
  code: z
    .string()
    .refine((given) => /^\d*$/.test(given), wrong({ en: 'is no code of a directory, which has digits alone; right would be, for example, 3063300', 'zh-CN': '不是目录代码（仅由数字组成），例如 3063300' }))
    .default(''),
  issued: z.iso.date().optional(),
});

/**
 * `GET /catalogue` gives the catalogue of what is shared (共享信息资源目录, 5.4.4) as DCAT 3 in JSON-LD, `GET /catalogue.csv` as a 政务数据目录, each with its hash as entity tag: to
 * whom the terms in force give all that it prints of `Query.resourceCatalog`, of which they are two more forms. They carry no numbers.
 */
export function catalogueRoutes(server: FastifyInstance, authenticate: Authenticate, { operateInForce: operate }: RouteEngine): void {
  server.get('/catalogue', async ({ headers, host, protocol }, reply) => {
    if (!(await mayRead(catalogueDocuments.dcat, headers, reply))) return reply;
    const address = addressAsked(headers, { host, protocol });
    return answer(headers, reply, 'application/ld+json', JSON.stringify(asDcat(catalogue, address)));
  });

  server.get('/catalogue.csv', async ({ headers, query }, reply) => {
    const { code, issued = dayInShanghai(new Date()) } = parseRequest(registration, query, headers);
    const asking = await mayRead(catalogueDocuments.government, headers, reply);
    if (!asking) return reply;
    const { providers, errors } = await providerCodes(operate, asking);
    if (errors) return refuse(reply, errors);
    return answer(headers, reply, 'text/csv; charset=utf-8; header=present', governmentCatalogueAsCsv(catalogue, { code, issued, providers }));
  });

  /** Who asks, in which language; undefined where the terms refuse any of what the document names, which is answered then. */
  async function mayRead(document: string, headers: IncomingHttpHeaders, reply: FastifyReply): Promise<{ caller: Caller; locale: Locale } | undefined> {
    const asking = { caller: await authenticate.caller(headers), locale: localeOf(headers['accept-language']) };
    const { data, errors = [] } = await operate({ ...asking, document, variables: {} });
    if (data?.['resourceCatalog'] && errors.length === 0) return asking;
    void refuse(reply, errors);
    return undefined;
  }
}

/** 403 where the terms refuse; whatever else went wrong is no refusal, and may go right the next time. */
function refuse(reply: FastifyReply, errors: readonly GraphQLFormattedError[]): FastifyReply {
  const refused = errors.every(({ extensions }) => String(extensions?.['code']).startsWith('SHARING_'));
  return reply.code(refused ? 403 : 503).send({ errors });
}

function answer(headers: IncomingHttpHeaders, reply: FastifyReply, type: string, text: string): FastifyReply {
  const etag = `"${sha256(text)}"`;
  void reply.headers({ etag, 'cache-control': 'private, no-cache' });
  return etagMatches(headers['if-none-match'], etag) ? reply.code(304).send() : reply.type(type).send(text);
}
