import type { Client } from 'pg';
import { migrateThrough } from './migrate.js';
import { migrationsDirOf } from './migrations-dir-of.js';

/** Brings the tables that every owner has up to date, in the schema `kernel` with notes of their own. Tells the names of the migrations applied now. */
export async function migrateKernel(client: Client, owner: string): Promise<string[]> {
  await client.query('CREATE SCHEMA IF NOT EXISTS kernel');
  await client.query('SET search_path TO kernel');
  const applied = await migrateThrough(client, { owner, migrationsDir: migrationsDirOf('kernel') });
  await client.query('RESET search_path');
  return applied;
}
