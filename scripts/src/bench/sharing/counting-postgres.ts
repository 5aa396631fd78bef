import { startEmbeddedPostgres, type EmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';

/** A server that commits to the disk and counts its statements (pg_stat_statements), which it can only from its start. */
export async function startCountingPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const first = await startEmbeddedPostgres({ dataDir });
  try {
    await ask(first, "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
  } finally {
    await first.stop();
  }
  const postgres = await startEmbeddedPostgres({ dataDir });
  await ask(postgres, 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  return postgres;
}

/** Counts anew. */
export async function forgetStatements(postgres: EmbeddedPostgres): Promise<void> {
  await ask(postgres, 'SELECT pg_stat_statements_reset()');
}

/** How many statements the server has had since in databases of these names, BEGIN and COMMIT among them. */
export async function statementsSince(postgres: EmbeddedPostgres, databases: readonly string[]): Promise<number> {
  const [counted] = await ask(
    postgres,
    'SELECT coalesce(sum(calls), 0)::float8 AS calls FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid WHERE datname = ANY($1)',
    [databases],
  );
  return Number(counted?.['calls']);
}

async function ask(postgres: EmbeddedPostgres, statement: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const connection = await openConnection(postgres.urlFor('postgres'), 'the embedded server');
  try {
    return (await connection.query<Record<string, unknown>>(statement, [...values])).rows;
  } finally {
    await connection.end();
  }
}
