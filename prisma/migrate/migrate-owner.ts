import type { Owner } from '../owner.js';
import { migrateKernel } from './migrate-kernel.js';
import { migrate } from './migrate.js';
import { migrationsDirOf } from './migrations-dir-of.js';

/** Brings the database of one owner up to date: first the tables that every owner has, then its own. Tells the names of the migrations applied now. */
export async function migrateOwner(owner: Owner, url: string): Promise<string[]> {
  const kernel = await migrateKernel(owner, url);
  const own = await migrate({ url, owner, migrationsDir: migrationsDirOf(owner) });
  return [...kernel, ...own];
}
