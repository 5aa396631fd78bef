import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { createMissingDatabases } from '../migrate/create-missing-databases.js';
import { migrateOwner } from '../migrate/migrate-owner.js';
import { migrationsDirOf } from '../migrate/migrations-dir-of.js';
import { owners, type Owner } from '../owner.js';
import { leftovers } from './leftovers.js';
import { sweepAbandonedServers } from './sweep-abandoned-servers.js';
import type { TestDatabases } from './test-databases.js';

/** Starts one server for the whole test run, with a migrated template per owner; vitest calls what it returns at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandonedServers();
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-tests-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const adminUrl = server.urlFor('postgres');
  const made = await Promise.all(owners.map(async (owner) => [owner, await makeTemplate(server, owner)] as const));
  project.provide('testDatabases', { adminUrl, templates: Object.fromEntries(made) as TestDatabases['templates'] });

  return async () => {
    const left = await leftovers(adminUrl).finally(async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    });
    // Whoever left something behind would disturb a later test at random: the run fails even when every test has passed.
    if (left.length > 0) {
      // Vitest prints what is thrown here, but the exit code stays what it was.
      process.exitCode = 1;
      throw new Error(`The tests left behind:\n${left.join('\n')}`);
    }
  };
}

/** A broken migration fails the tests of its owner, and of nobody else. */
async function makeTemplate(server: EmbeddedPostgres, owner: Owner): Promise<TestDatabases['templates'][Owner]> {
  const database = `template_${owner.replaceAll('-', '_')}`;
  try {
    await createMissingDatabases(server.urlFor('postgres'), [database]);
    const migrationsDir = migrationsDirOf(owner);
    if (existsSync(migrationsDir)) await migrateOwner(owner, server.urlFor(database));
    return { database };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}
