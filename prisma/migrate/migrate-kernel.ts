import { migrate } from './migrate.js';
import { migrationsDirOf } from './migrations-dir-of.js';
import { openConnection } from './open-connection.js';

/** Brings the tables that every owner has up to date, in the schema `kernel` with notes of their own. Tells the names of the migrations applied now. */
export async function migrateKernel(owner: string, url: string): Promise<string[]> {
  const client = await openConnection(url, `DATABASE_URL_${owner.replaceAll('-', '_').toUpperCase()}`);
  try {
    await client.query('CREATE SCHEMA IF NOT EXISTS kernel');
  } finally {
    await client.end();
  }
  const inKernel = new URL(url);
  inKernel.searchParams.set('options', '-c search_path=kernel');
  return migrate({ url: inKernel.href, owner, migrationsDir: migrationsDirOf('kernel') });
}
