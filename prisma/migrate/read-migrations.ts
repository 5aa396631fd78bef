import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrationError } from './migration-error.js';

/** One folder of Prisma's layout, `<timestamp>_<name>/migration.sql`. */
export type Migration = { name: string; script: string; checksum: string };

/** Reads an owner's migrations in the order in which they are applied. */
export async function readMigrations(migrationsDir: string): Promise<Migration[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(migrationsDir, name)));
}

async function readMigration(migrationsDir: string, name: string): Promise<Migration> {
  const path = join(migrationsDir, name, 'migration.sql');
  try {
    // A checkout with other line ends is the same migration.
    const script = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
    return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
  } catch (cause) {
    throw new MigrationError('MIGRATION_INCOMPLETE', `The migration ${path} cannot be read. Restore the file from version control, or remove its folder if it was never meant to be.`, {
      cause,
    });
  }
}
