import type { Owner } from '../owner.js';
import { migrate } from './migrate.js';
import { migrationsDirOf } from './migrations-dir-of.js';
import { openConnection } from './open-connection.js';

/**
 * Brings the database of one owner up to date: first the tables that every owner has, in the schema `kernel` with notes
 * of their own, then the owner's. Tells the names of the migrations applied now.
 */
export async function migrateOwner(owner: Owner, url: string): Promise<string[]> {
  const client = await openConnection(url, `DATABASE_URL_${owner.replaceAll('-', '_').toUpperCase()}`);
  try {
    await client.query('CREATE SCHEMA IF NOT EXISTS kernel');
  } finally {
    await client.end();
  }
  const inKernel = new URL(url);
  inKernel.searchParams.set('options', '-c search_path=kernel');
  const kernel = await migrate({ url: inKernel.href, owner, migrationsDir: migrationsDirOf('kernel') });
  const own = await migrate({ url, owner, migrationsDir: migrationsDirOf(owner) });
  return [...kernel, ...own];
}
