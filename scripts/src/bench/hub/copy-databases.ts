import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners } from '@hub/prisma/owner.js';
import { databaseName } from './databases.js';

/** Makes a set of databases as a copy of another, which nobody is connected to. */
export async function copyDatabases(adminUrl: string, from: string, to: string): Promise<void> {
  const admin = await openConnection(adminUrl, 'the embedded server');
  try {
    for (const owner of owners) await admin.query(`CREATE DATABASE ${databaseName(to, owner)} TEMPLATE ${databaseName(from, owner)}`);
  } finally {
    await admin.end();
  }
}
