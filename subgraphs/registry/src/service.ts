import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { firstCodeLists } from '@hub/schema/code-lists/first-code-lists.js';
import { sdl } from '@hub/schema/generated/registry.js';
import type { Context } from './context.js';
import { etagMatches } from './domain/etag-matches.js';
import { resolvers } from './generated/resolvers.js';
import { loaders } from './loaders/loaders.js';
import { builtSchemas } from './repository/built-schemas.js';
import { connectRegistry, type RegistryDatabase, type RegistryTransaction } from './repository/database.js';
import { loadRegions } from './repository/load-regions.js';
import { publishFirstCodeLists } from './repository/publish-first-code-lists.js';
import { publishSchemas } from './repository/publish-schemas.js';
import { registryKey } from './repository/registry-key.js';
import { repositories } from './repository/repositories.js';
import { supergraphInForce } from './repository/supergraph-in-force.js';

/** The subgraph of the registry (标准规范, 5.4.3 c): versions of the schema, signed, and code lists. */
export const registryService: SubgraphDefinition<RegistryTransaction, RegistryDatabase, Context> = {
  owner: 'registry',
  sdl,
  resolvers,
  connect: connectRegistry,
  contextOf: (context, database, { dataDir }) => {
    const ownRepositories = repositories(database);
    return { ...context, repositories: ownRepositories, loaders: loaders(context.authority, ownRepositories), registryKey: registryKey(dataDir) };
  },
  inbox: {},
  async prepare(database, { dataDir }) {
    const key = registryKey(dataDir);
    await key.create();
    await loadRegions(database);
    await publishFirstCodeLists(database, firstCodeLists, key);
    await publishSchemas(database, builtSchemas, key);
  },
  routes: (server, database, { dataDir }, authenticate) => {
    // Whoever verifies a signature needs the key, and the key is no secret.
    server.get('/registry/keys', async (_request, reply) =>
      reply.type('application/jwk-set+json').send(JSON.stringify(await registryKey(dataDir).jwks())),
    );
    server.get('/registry/supergraph', async ({ headers }, reply) => {
      const { kind } = await authenticate.claims(headers);
      if (kind === 'user') await authenticate.caller(headers);
      const { contentHash, signature, version } = await supergraphInForce(database);
      const etag = `"${contentHash}"`;
      void reply.headers({ etag, 'cache-control': 'private, no-cache', 'x-hub-signature': signature, 'x-hub-version': version });
      if (etagMatches(headers['if-none-match'], etag)) return reply.code(304).send();
      const sdl = (await repositories(database).schemaTexts([contentHash])).get(contentHash);
      return reply.type('text/plain; charset=utf-8').send(sdl);
    });
  },
};
