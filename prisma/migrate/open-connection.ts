import { Client } from 'pg';
import { withSessionSettings } from '../clients/session-settings.js';
import { MigrationError } from './migration-error.js';

/** The setting that holds the address of an owner's database. */
export function addressSetting(owner: string): string {
  return `DATABASE_URL_${owner.replaceAll('-', '_').toUpperCase()}`;
}

/** Connects, or says which setting to look at; the password never appears in the message. */
export async function openConnection(url: string, setting: string): Promise<Client> {
  const client = new Client({ connectionString: withSessionSettings(url), connectionTimeoutMillis: 10_000, application_name: 'hub migrate' });
  // A connection that breaks rejects the query under way; without a listener it would also end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { host, port, database, user } = client;
    const reason = (cause as Error).message || (cause as NodeJS.ErrnoException).code;
    throw new MigrationError(
      'DATABASE_UNREACHABLE',
      `No connection to database "${database}" at ${host}:${port} as "${user}" (${reason}). Start that server, or correct ${setting}, such as postgresql://user:password@host:5432/name`,
      { cause },
    );
  }
}
