import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { operationsVariant } from '@hub/kernel/identity/signed-variants.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { etagMatches } from '@hub/kernel/service/etag-matches.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { namedOperation } from '@hub/schema/check/named-operation.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegistryDatabase } from '../repository/database.js';
import { registryKey } from '../repository/registry-key.js';
import { tokenInForce, tokenOfUser } from '../repository/registry-token.js';
import { safelistNames, safelistOperations } from '../repository/safelist.js';
import { page, text } from './asked.js';
import { documents } from './documents.js';
import { registryCaller } from './registry-caller.js';
import { statusOfErrors } from './status-of.js';

const listed = z.object({ client: text.optional(), ...page() });

/**
 * `GET /registry/operations` gives a service of the hub the list of operations that gateways take, as a persisted query manifest, signed; `GET /registry/operations/registered` lists all that
 * are registered, latest first, to whoever may read them.
 */
export function operationRoutes(server: FastifyInstance, database: RegistryDatabase, { dataDir }: { readonly dataDir: string }, authenticate: Authenticate, { operateInForce }: RouteEngine): void {
  server.get('/registry/operations', async ({ headers }, reply) => {
    await authenticate.service(headers);
    // Another than the version before has given, which signed none: whoever has that list is given it signed.
    const etag = `"${sha256(['signed', ...(await safelistNames(database))].join('\n'))}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (etagMatches(headers['if-none-match'], etag)) return reply.code(304).send();
    const text = JSON.stringify(manifestOf(await safelistOperations(database)));
    const signature = await signDetached(await registryKey(dataDir).key(), text, operationsVariant);
    return reply.header('x-hub-signature', signature).type('application/json; charset=utf-8').send(text);
  });

  server.get('/registry/operations/registered', async ({ headers, query }, reply) => {
    const caller = await registryCaller(database, authenticate, headers);
    const locale = localeOf(headers['accept-language']);
    // An owner's build is not told what clients ask.
    const tokenId = tokenOfUser(caller.userId);
    if (tokenId !== undefined) {
      const token = await tokenInForce(database, { id: tokenId });
      throw token ? codedError('REGISTRY_TOKEN_ELSEWHERE', locale, { subgraph: token.subgraph }) : codedError('REGISTRY_TOKEN_REFUSED', locale);
    }
    const { data, errors } = await operateInForce({ caller, locale, document: documents.listedOperations, variables: parseRequest(listed, query, headers) });
    const operations = data?.['persistedOperations'];
    return operations ? reply.send(operations) : reply.code(statusOfErrors(errors)).send({ errors });
  });
}

/** A persisted query manifest, as Apollo's tools write it; gateways know each text by its hash as well. */
function manifestOf(operations: Awaited<ReturnType<typeof safelistOperations>>) {
  return { format: 'apollo-persisted-query-manifest', version: 1, operations: operations.map(({ hash, manifestId, body }) => ({ id: manifestId ?? hash, body, ...namedOperation(body) })) };
}
