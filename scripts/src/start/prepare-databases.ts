import { join } from 'node:path';
import { createMissingDatabases } from '@hub/prisma/migrate/create-missing-databases.js';
import { migrateOwner } from '@hub/prisma/migrate/migrate-owner.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import type { HubEnvironment } from '../environment.js';
import { allOrFirstFailure } from './all-or-first-failure.js';
import { databaseName } from './database-name.js';
import type { Teardown } from './teardown.js';

export interface PrepareOptions {
  readonly teardown: Teardown;
  readonly say: (line: string) => void;
}

/**
 * Brings a database of each owner up to date and tells their addresses. The embedded server is started only where some
 * owner has no address of its own.
 * @throws MigrationError, EmbeddedPostgresError
 */
export async function prepareDatabases(
  { dataDir, databaseUrls }: Pick<HubEnvironment, 'dataDir' | 'databaseUrls'>,
  options: PrepareOptions,
): Promise<Record<Owner, string>> {
  const own = owners.filter((owner) => !databaseUrls[owner]);
  const embedded = own.length > 0 ? startEmbedded(dataDir, own, options) : undefined;
  const applied: string[] = [];
  const urls = await allOrFirstFailure(
    owners.map(async (owner) => {
      const url = databaseUrls[owner] ?? (await embedded)?.urlFor(databaseName(owner)) ?? '';
      applied.push(...(await migrateOwner(owner, url)));
      return [owner, url] as const;
    }),
  );
  if (applied.length > 0) options.say(`The databases of ${owners.length} owners are up to date (${applied.length} migrations applied)`);
  return Object.fromEntries(urls) as Record<Owner, string>;
}

/** Starts the embedded server with a database for each of the owners that have none of their own. */
async function startEmbedded(dataDir: string, own: readonly Owner[], { teardown, say }: PrepareOptions) {
  const { startEmbeddedPostgres } = await import('@hub/prisma/embedded/start-embedded-postgres.js');
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: say });
  teardown.add('PostgreSQL', () => server.stop());
  await createMissingDatabases(server.urlFor('postgres'), own.map(databaseName));
  return server;
}
