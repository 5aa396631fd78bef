import { escapeIdentifier, type Client } from 'pg';
import { openConnection } from './open-connection.js';

/** Creates the databases that are missing, through any other database of the same server; tells which they were. */
export async function createMissingDatabases(adminUrl: string, names: readonly string[]): Promise<string[]> {
  const client = await openConnection(adminUrl, 'DATABASE_URL_<OWNER>');
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const there = new Set(rows.map(({ datname }) => datname));
    const created: string[] = [];
    for (const name of names) if (!there.has(name) && (await createDatabase(client, name))) created.push(name);
    return created;
  } finally {
    await client.end();
  }
}

/** False where somebody else created it at the same moment. */
async function createDatabase(client: Client, name: string): Promise<boolean> {
  try {
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
    return true;
  } catch (error) {
    // duplicate_database, or unique_violation in pg_database
    if (['42P04', '23505'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}
