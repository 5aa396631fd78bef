import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createMissingDatabases } from '../migrate/create-missing-databases.js';
import { migrateKernel } from '../migrate/migrate-kernel.js';
import { migrateThrough } from '../migrate/migrate.js';
import { addressSetting, openConnection } from '../migrate/open-connection.js';
import { loadSchemaEngine } from './load-schema-engine.js';

export type MissingSqlOptions = {
  owner: string;
  /** The owner's folder: schema.prisma, and a file for each subject where there are many. */
  schemaDir: string;
  /** Need not exist yet. */
  migrationsDir: string;
  /** Gives the address of a database on a scratch server. */
  urlFor(database: string): string;
};

/**
 * The SQL that leads from an owner's migrations to its schema; empty when they agree. The migrations are applied by our
 * own runner: the engine would split them at every semicolon, also inside the body of a function.
 */
export async function missingSql({ owner, schemaDir, migrationsDir, urlFor }: MissingSqlOptions): Promise<string> {
  const url = urlFor(owner);
  await createMissingDatabases(urlFor('postgres'), [owner]);
  const client = await openConnection(url, addressSetting(owner));
  try {
    // An owner's migrations may read what the kernel keeps, such as its members.
    await migrateKernel(client, owner);
    if (existsSync(migrationsDir)) await migrateThrough(client, { owner, migrationsDir });
  } finally {
    await client.end();
  }
  const { engine, close } = await loadSchemaEngine(url);
  try {
    const names = (await readdir(schemaDir)).filter((name) => name.endsWith('.prisma')).sort();
    const files = await Promise.all(names.map((name) => join(schemaDir, name)).map(async (path) => ({ path, content: await readFile(path, 'utf8') })));
    const { exitCode, stdout } = await engine.diff({
      // "The datasource" is the database that the engine's adapter is connected to.
      from: { tag: 'schemaDatasource', files, configDir: schemaDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    engine.free();
    await close();
  }
}
