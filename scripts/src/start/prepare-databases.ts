import { join } from 'node:path';
import { createDatabaseIfMissing } from '@hub/prisma/migrate/create-database-if-missing.js';
import { migrateOwner } from '@hub/prisma/migrate/migrate-owner.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import type { HubEnvironment } from '../environment.js';
import { allOrFirstFailure } from './all-or-first-failure.js';
import type { Teardown } from './teardown.js';

/**
 * Brings a database of each owner up to date and tells their addresses. The embedded server is started only where some
 * owner has no address of its own.
 * @throws MigrationError, EmbeddedPostgresError
 */
export async function prepareDatabases(
  { dataDir, databaseUrls }: Pick<HubEnvironment, 'dataDir' | 'databaseUrls'>,
  teardown: Teardown,
  say: (line: string) => void,
): Promise<Record<Owner, string>> {
  const embedded = owners.every((owner) => databaseUrls[owner]) ? undefined : startEmbedded(dataDir, teardown, say);
  const applied: string[] = [];
  const urls = await allOrFirstFailure(
    owners.map(async (owner) => {
      const url = databaseUrls[owner] ?? (await ownDatabase(owner));
      applied.push(...(await migrateOwner(owner, url)));
      return [owner, url] as const;
    }),
  );
  if (applied.length > 0) say(`The databases of ${owners.length} owners are up to date (${applied.length} migrations applied)`);
  return Object.fromEntries(urls) as Record<Owner, string>;

  async function ownDatabase(owner: Owner): Promise<string> {
    const server = await embedded;
    if (!server) throw new Error(`No database server was started for ${owner}.`);
    const name = `hub_${owner.replaceAll('-', '_')}`;
    await createDatabaseIfMissing(server.urlFor('postgres'), name);
    return server.urlFor(name);
  }
}

async function startEmbedded(dataDir: string, teardown: Teardown, say: (line: string) => void) {
  const { startEmbeddedPostgres } = await import('@hub/prisma/embedded/start-embedded-postgres.js');
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: say });
  teardown.add('PostgreSQL', () => server.stop());
  return server;
}
