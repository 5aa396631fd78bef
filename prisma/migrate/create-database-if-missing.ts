import { escapeIdentifier } from 'pg';
import { openConnection } from './open-connection.js';

/** Creates a database through any other database of the same server; tells whether it was missing. */
export async function createDatabaseIfMissing(adminUrl: string, name: string): Promise<boolean> {
  const client = await openConnection(adminUrl, 'DATABASE_URL_<OWNER>');
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount) return false;
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
    return true;
  } catch (error) {
    // Somebody else created it at the same moment: duplicate_database, or unique_violation in pg_database.
    if (['42P04', '23505'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}
