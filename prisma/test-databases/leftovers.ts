import { Client } from 'pg';

/** Names the clones and the connections that still exist on a test server, in words. */
export async function leftovers(adminUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: databases } = await client.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE 'clone\\_%'`);
    return [...databases.map(({ datname }) => `- database ${datname}, which nobody dropped`), ...(await openConnections(client))];
  } finally {
    await client.end();
  }
}

/** Describes the connections of others, to one database or to all. A connection that was just closed is given a moment to go. */
export async function openConnections(client: Client, database?: string): Promise<string[]> {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await client.query<{ datname: string; application_name: string; query: string }>(
      `SELECT datname, application_name, query FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND ($1::text IS NULL OR datname = $1)`,
      [database ?? null],
    );
    if (rows.length === 0 || tries >= 40) {
      return rows.map((row) => `- connection of "${row.application_name || 'unnamed'}" to ${row.datname}, whose last statement was: ${row.query.slice(0, 120)}`);
    }
    await client.query('SELECT pg_sleep(0.025)');
  }
}
