import { migrateKernel } from './migrate-kernel.js';
import { migrateThrough } from './migrate.js';
import { migrationsDirOf } from './migrations-dir-of.js';
import type { Owner } from '../owner.js';
import { addressSetting, openConnection } from './open-connection.js';

/** Brings the database of one owner up to date: first the tables that every owner has, then its own. Tells the names of the migrations applied now. */
export async function migrateOwner(owner: Owner, url: string): Promise<string[]> {
  const client = await openConnection(url, addressSetting(owner));
  try {
    const kernel = await migrateKernel(client, owner);
    const own = await migrateThrough(client, { owner, migrationsDir: migrationsDirOf(owner) });
    return [...kernel, ...own];
  } finally {
    await client.end();
  }
}
