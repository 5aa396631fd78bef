import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { firstCodeLists } from '@hub/schema/code-lists/first-code-lists.js';
import { sdl } from '@hub/schema/generated/registry.js';
import { CheckingThread } from './checking/checking-thread.js';
import { outsideTransactions } from './checking/outside-transactions.js';
import { Turns } from './checking/turns.js';
import type { Context } from './context.js';
import { approvesBuiltSchemas, usageSettingsOf } from './environment.js';
import { resolvers } from './generated/resolvers.js';
import { loaders } from './loaders/loaders.js';
import { builtSchemas } from './repository/built-schemas.js';
import { connectRegistry, type RegistryDatabase, type RegistryTransaction } from './repository/database.js';
import { followPublishedRegions } from './repository/follow-published-regions.js';
import { loadRegions } from './repository/load-regions.js';
import { noteRunningSchema } from './repository/note-running-schema.js';
import { publishFirstCodeLists, publishFirstRegions } from './repository/publish-first-code-lists.js';
import { publishSchemas, type BuiltSchemasPublished } from './repository/publish-schemas.js';
import { registryKey } from './repository/registry-key.js';
import { regionsOfTheDay } from './repository/regions-of-the-day.js';
import { repositories } from './repository/repositories.js';
import { usageUpkeep } from './repository/usage-upkeep.js';
import { actRoutes } from './routes/act-routes.js';
import { exceptionRoutes } from './routes/exception-routes.js';
import { operationRoutes } from './routes/operation-routes.js';
import { proposalRoutes } from './routes/proposal-routes.js';
import { supergraphRoutes } from './routes/supergraph-routes.js';
import { usageRoutes } from './routes/usage-routes.js';
import { versionRoutes } from './routes/version-routes.js';

/** One for all that this process checks; it runs only while there is something to check. */
const checking = new CheckingThread();
/** Those who publish in this process. */
const turns = new Turns();

/** The subgraph of the registry (标准规范, 5.4.3 c): versions of the schema, signed, and code lists. */
export const registryService: SubgraphDefinition<RegistryTransaction, RegistryDatabase, Context> = {
  owner: 'registry',
  sdl,
  resolvers,
  connect: connectRegistry,
  contextOf: (context, database, environment) => {
    const ownRepositories = repositories(database);
    const key = registryKey(environment.dataDir);
    const by = context.authority.caller.userId;
    return {
      ...context,
      repositories: ownRepositories,
      loaders: loaders(context.authority, ownRepositories),
      registryKey: key,
      publishing: { ...outsideTransactions((task, how) => checking.check(task, { ...how, by }), turns), key, usageDays: usageSettingsOf(environment).days },
    };
  },
  inbox: {},
  onToldSchema: noteRunningSchema,
  registryKeys: ({ dataDir }) => registryKey(dataDir).jwks(),
  async prepare(database, environment) {
    const key = registryKey(environment.dataDir);
    await key.create();
    const loaded = await loadRegions(database);
    await publishFirstCodeLists(database, firstCodeLists, key);
    await publishFirstRegions(database, loaded, key);
    if (loaded) await followPublishedRegions(database, dayInShanghai(new Date()));
    tellDiffering(await publishSchemas(database, builtSchemas, key, { check: checking.check, standing: approvesBuiltSchemas(environment) ? 'APPROVED' : 'CHECKED' }));
    // Its heap is given back: when somebody checks a schema next, a new thread takes a second to load.
    await checking.close();
  },
  routes: (server, database, environment, authenticate, engine) => {
    supergraphRoutes(server, database, environment, authenticate, engine);
    actRoutes(server, database, authenticate, engine);
    versionRoutes(server, database, authenticate, engine);
    operationRoutes(server, database, environment, authenticate, engine);
    usageRoutes(server, database, authenticate, engine, usageSettingsOf(environment).days);
    exceptionRoutes(server, database, authenticate, engine);
    proposalRoutes(server, database, authenticate, engine);
  },
  work: ({ database, environment, log }) => {
    const regions = regionsOfTheDay({ database, log });
    const usage = usageUpkeep({ database, log, keptDays: usageSettingsOf(environment).keptDays });
    return { stop: async () => void (await Promise.all([regions.stop(), usage.stop(), checking.close()])) };
  },
};

/** What differs from what is in force is told to whoever runs the hub, and stops nothing. */
function tellDiffering({ differing, findings }: BuiltSchemasPublished): void {
  if (differing.length === 0) return;
  const errors = findings.filter(({ severity }) => severity === 'ERROR').map(({ message }) => `  ${message}\n`);
  process.stderr.write(
    `The schemas of ${differing.join(', ')} that come with this hub differ from those in force, which stay. A data steward publishes them ` +
      `(hub schema publish --all-built); BUILT_SCHEMAS=approve does so at a start, where no steward has published others.\n${errors.slice(0, 10).join('')}`,
  );
}
