import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { readToldSchema } from '@hub/kernel/terms-in-force/told-schema.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { etagMatches } from '../domain/etag-matches.js';
import type { RegistryDatabase } from '../repository/database.js';
import { noteRunningSchema } from '../repository/note-running-schema.js';
import { registryKey } from '../repository/registry-key.js';
import { repositories } from '../repository/repositories.js';
import { supergraphInForce } from '../repository/supergraph-in-force.js';

const asked = z.object({ wait: z.coerce.number().int().min(0).max(60).default(0) });

/**
 * `GET /registry/supergraph` delivers the supergraph in force, signed, with its hash as entity tag; with `?wait=seconds` whoever has it already is
 * answered when there is another. `GET /registry/keys` gives the key to verify it with.
 */
export function supergraphRoutes(server: FastifyInstance, database: RegistryDatabase, { dataDir }: { readonly dataDir: string }, authenticate: Authenticate, { wake, closing }: RouteEngine): void {
  // Whoever verifies a signature needs the key, and the key is no secret.
  server.get('/registry/keys', async (_request, reply) => reply.type('application/jwk-set+json').send(JSON.stringify(await registryKey(dataDir).jwks())));

  server.get('/registry/supergraph', async ({ headers, query }, reply) => {
    const claims = await authenticate.claims(headers);
    if (claims.kind === 'user') await authenticate.caller(headers);
    const told = claims.kind === 'service' ? readToldSchema(headers) : undefined;
    if (told && claims.kind === 'service') await noteRunningSchema(database, claims.service, told);
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, closing]);
    const until = Date.now() + asked.parse(query).wait * 1000;
    for (;;) {
      // Waiting begins before reading, or what is published between the two would be missed.
      const left = until - Date.now();
      const woken = left > 0 ? wake.next(left, signal) : undefined;
      const { contentHash, signature, version } = await supergraphInForce(database);
      const etag = `"${contentHash}"`;
      const known = etagMatches(headers['if-none-match'], etag);
      if (known && woken && !signal.aborted) {
        await woken;
        continue;
      }
      void reply.headers({ etag, 'cache-control': 'private, no-cache', 'x-hub-signature': signature, 'x-hub-version': version });
      if (known) return reply.code(304).send();
      const sdl = (await repositories(database).schemaTexts([contentHash])).get(contentHash);
      return reply.type('text/plain; charset=utf-8').send(sdl);
    }
  });
}
