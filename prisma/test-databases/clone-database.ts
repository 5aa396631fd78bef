import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import type { Owner } from '../owner.js';
import { openConnections } from './leftovers.js';
import './test-databases.js';

/** A database of one's own, migrated and empty. */
export type ClonedDatabase = {
  url: string;
  /** Throws when somebody is still connected; the database is gone all the same. */
  drop(): Promise<void>;
};

/** The clones of this test file that were not dropped yet, with the place where each was made. */
export const openClones = new Map<ClonedDatabase, string>();

/** Clones an owner's template for one test file; in tens of milliseconds, where migrating would take its time anew. */
export async function cloneDatabase(owner: Owner): Promise<ClonedDatabase> {
  const { adminUrl, templates } = inject('testDatabases');
  const template = templates[owner];
  if ('failure' in template) throw new Error(template.failure);
  const name = `clone_${owner.replaceAll('-', '_')}_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, (admin) => admin.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template.database)}`));

  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const clone: ClonedDatabase = {
    url: url.href,
    async drop() {
      openClones.delete(clone);
      const connected = await asAdmin(adminUrl, async (admin) => {
        const found = await openConnections(admin, name);
        await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
        return found;
      });
      if (connected.length > 0) throw new Error(`Close these before drop():\n${connected.join('\n')}`);
    },
  };
  openClones.set(clone, new Error(`${name} was cloned`).stack ?? name);
  return clone;
}

async function asAdmin<Result>(adminUrl: string, work: (admin: Client) => Promise<Result>): Promise<Result> {
  const admin = new Client({ connectionString: adminUrl, application_name: 'test databases' });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
