import { openConnection } from '../migrate/open-connection.js';

/** Reads a database as it is at one moment, however long it takes. */
export interface Snapshot {
  $queryRawUnsafe<T>(statement: string, ...values: unknown[]): Promise<T>;
  $executeRawUnsafe(statement: string, ...values: unknown[]): Promise<number>;
}

/**
 * Reads within one transaction that can change nothing.
 *
 * @param setting the name of the setting that holds the address, for who has to correct it
 * @throws MigrationError DATABASE_UNREACHABLE
 */
export async function readSnapshot<Result>(url: string, setting: string, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
  const client = await openConnection(url, setting);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await work({
      $queryRawUnsafe: async <T>(statement: string, ...values: unknown[]) => (await client.query(statement, values)).rows as T,
      $executeRawUnsafe: async (statement, ...values) => (await client.query(statement, values)).rowCount ?? 0,
    });
  } finally {
    await client.end();
  }
}
