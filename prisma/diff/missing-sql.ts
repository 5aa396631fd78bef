import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createDatabaseIfMissing } from '../migrate/create-database-if-missing.js';
import { migrate } from '../migrate/migrate.js';
import { loadSchemaEngine } from './load-schema-engine.js';

export type MissingSqlOptions = {
  owner: string;
  schemaFile: string;
  /** Need not exist yet. */
  migrationsDir: string;
  /** Gives the address of a database on a scratch server. */
  urlFor(database: string): string;
};

/**
 * The SQL that leads from an owner's migrations to its schema.prisma; empty when they agree. The migrations are applied by our
 * own runner: the engine would split them at every semicolon, also inside the body of a function.
 */
export async function missingSql({ owner, schemaFile, migrationsDir, urlFor }: MissingSqlOptions): Promise<string> {
  const url = urlFor(owner);
  await createDatabaseIfMissing(urlFor('postgres'), owner);
  if (existsSync(migrationsDir)) await migrate({ url, owner, migrationsDir });
  const { engine, close } = await loadSchemaEngine(url);
  try {
    const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
    const { exitCode, stdout } = await engine.diff({
      // "The datasource" is the database that the engine's adapter is connected to.
      from: { tag: 'schemaDatasource', files, configDir: dirname(schemaFile) },
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
