import { DatabaseError, type Client } from 'pg';
import { MigrationError } from './migration-error.js';
import { applyMigration, readAppliedMigrations, type AppliedMigration } from './migrations-table.js';
import { addressSetting, openConnection } from './open-connection.js';
import { readMigrations, type Migration } from './read-migrations.js';

/** The key under which Prisma's own tools lock a database, so that they and we never work at the same time. */
const prismaLock = 72707369;

export type MigrateOptions = {
  /** Whose database it is; for messages. */
  owner: string;
  migrationsDir: string;
};

/**
 * Brings one owner's database up to date and tells the names of the migrations that were applied now. Several processes may
 * call it at once: the first works, the others find the work done. Throws MigrationError; a migration that throws has changed
 * nothing.
 */
export async function migrate({ url, ...options }: MigrateOptions & { url: string }): Promise<string[]> {
  const client = await openConnection(url, addressSetting(options.owner));
  try {
    return await migrateThrough(client, options);
  } finally {
    await client.end();
  }
}

/** The same through a connection that is open, which holds the lock on migrations until it ends. */
export async function migrateThrough(client: Client, { owner, migrationsDir }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(migrationsDir);
  await client.query('SELECT pg_advisory_lock($1)', [prismaLock]);
  const applied = await readAppliedMigrations(client);
  refuseWhatCannotGoOn(owner, migrations, applied);
  const known = new Set(applied.map((row) => row.migration_name));
  const missing = migrations.filter(({ name }) => !known.has(name));
  for (const migration of missing) await applyOrExplain(client, owner, migration);
  return missing.map(({ name }) => name);
}

function refuseWhatCannotGoOn(owner: string, migrations: Migration[], applied: AppliedMigration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = byName.get(row.migration_name);
    if (!row.finished_at) {
      throw new MigrationError(
        'MIGRATION_FAILED_EARLIER',
        `Migration ${row.migration_name} of ${owner} began earlier and never finished${row.logs ? ` (${row.logs.split('\n')[0]})` : ''}. ` +
          `Undo by hand what it left behind, or restore a backup; then run: UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = '${row.id}';`,
      );
    }
    if (!migration) {
      throw new MigrationError(
        'MIGRATION_UNKNOWN',
        `The database of ${owner} has migration ${row.migration_name}, which this version of the hub does not know. Start the newer version that wrote it, or restore a backup from before.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(
        'MIGRATION_EDITED',
        `Migration ${row.migration_name} of ${owner} was edited after it had been applied to this database. Restore the file from version control and put the change into a new migration (npm run db:diff -w prisma -- ${owner}).`,
      );
    }
  }
}

async function applyOrExplain(client: Client, owner: string, migration: Migration): Promise<void> {
  try {
    await applyMigration(client, migration);
  } catch (cause) {
    const place = cause instanceof DatabaseError && cause.position ? ` at line ${migration.script.slice(0, Number(cause.position)).split('\n').length}` : '';
    throw new MigrationError(
      'MIGRATION_FAILED',
      `Migration ${migration.name} of ${owner} failed${place} and was rolled back: ${(cause as Error).message}. The database is as it was before; correct the cause and start again.`,
      { cause },
    );
  }
}
