import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { etagMatches } from '@hub/kernel/service/etag-matches.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { readToldSchema } from '@hub/kernel/terms-in-force/told-schema.js';
import { contractNames } from '@hub/schema/contract/contract-variants.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { readerGone } from '@hub/kernel/service/reader-gone.js';
import { withEither } from '@hub/kernel/service/with-either.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { deriveContracts } from '../contracts/derive-contracts.js';
import type { RegistryDatabase } from '../repository/database.js';
import { noteRunningSchema } from '../repository/note-running-schema.js';
import { contractsInForce } from '../repository/contracts-in-force.js';
import { deliveredSupergraph } from '../repository/delivered-supergraph.js';
import { registryKey } from '../repository/registry-key.js';
import { WaitingParties } from './waiting-parties.js';

const asked = z.object({ wait: z.coerce.number().int().min(0).max(60).default(0), variant: z.enum(contractNames).optional() });

/**
 * `GET /registry/supergraph` delivers the supergraph in force, signed, with its hash as entity tag; with `?wait=seconds` whoever has it already is
 * answered when there is another, and with `?variant=name` it is a contract (数据契约). `GET /registry/contracts` lists them. `GET /registry/keys` gives the key to verify it with.
 */
export function supergraphRoutes(server: FastifyInstance, database: RegistryDatabase, { dataDir }: { readonly dataDir: string }, authenticate: Authenticate, { wake, closing }: RouteEngine): void {
  const waiting = new WaitingParties();
  const making = { derive: deriveContracts, key: registryKey(dataDir) };
  // Whoever verifies a signature needs the key, and the key is no secret.
  server.get('/registry/keys', async (_request, reply) => reply.type('application/jwk-set+json').send(JSON.stringify(await registryKey(dataDir).jwks())));

  server.get('/registry/supergraph', async ({ headers, query }, reply) => {
    const claims = await authenticate.claims(headers);
    const member = claims.kind === 'user' ? await authenticate.caller(headers) : undefined;
    const told = claims.kind === 'service' ? readToldSchema(headers) : undefined;
    if (told && claims.kind === 'service') await noteRunningSchema(database, claims.service, told);
    const gone = readerGone(reply);
    const { wait, variant } = parseRequest(asked, query, headers);
    const until = Date.now() + wait * 1000;
    const leave = member && wait > 0 ? waiting.enter(member.partyId, localeOf(headers['accept-language'])) : undefined;
    return withEither([gone, closing], async (signal) => {
      for (;;) {
        // Waiting begins before reading, or what is published between the two would be missed.
        const left = until - Date.now();
        const woken = left > 0 ? wake.next(left, signal) : undefined;
        if (gone.aborted) return reply.hijack();
        const delivered = await deliveredSupergraph(database, variant, making);
        if ('problem' in delivered) throw codedError('CONTRACT_NOT_POSSIBLE', localeOf(headers['accept-language']), { variant: variant ?? '', problem: delivered.problem });
        const { contentHash, signature, version } = delivered;
        const etag = `"${contentHash}"`;
        const known = etagMatches(headers['if-none-match'], etag);
        if (known && woken && !signal.aborted) {
          await woken;
          continue;
        }
        void reply.headers({ etag, 'cache-control': 'private, no-cache', 'x-hub-signature': signature, 'x-hub-version': version });
        if (known) return reply.code(304).send();
        return reply.type('text/plain; charset=utf-8').send(await delivered.sdl());
      }
    }).finally(() => leave?.());
  });

  server.get('/registry/contracts', async ({ headers }, reply) => {
    await authenticate.caller(headers);
    return reply.send(await contractsInForce(database, making));
  });
}
