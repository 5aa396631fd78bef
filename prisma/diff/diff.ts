import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { missingSql } from './missing-sql.js';

const usage = `Usage: npm run -s db:diff -w prisma -- <owner>    prints the SQL of the migration that is missing
       npm run -s db:diff -w prisma -- --check    fails when an owner's migrations and schema disagree`;

/** The authors' command: compares migrations with the schema on a scratch server. Answers the exit code. */
export async function diff(root: string, args: string[]): Promise<number> {
  const withSchema = await ownersWithSchema(root);
  const check = args.includes('--check');
  const owners = check ? withSchema : args.filter((arg) => withSchema.includes(arg));
  if (!check && (owners.length !== 1 || args.length !== 1)) {
    console.error(`${usage}\nOwners that have a schema.prisma: ${withSchema.join(', ') || 'none'}`);
    return 2;
  }
  // Named like the servers of test runs, which are swept away when they were abandoned.
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-tests-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    let different = 0;
    for (const owner of owners) {
      const sql = await missingSql({ owner, schemaDir: join(root, owner), migrationsDir: join(root, owner, 'migrations'), urlFor: server.urlFor });
      if (!check) console.log(sql || '-- The migrations and the schema agree.');
      else if (sql) {
        different += 1;
        console.error(`The migrations of ${owner} do not lead to its schema. Missing:\n\n${sql}`);
      }
    }
    if (check) console.error(`${owners.length - different} of ${owners.length} owners' migrations lead to their schema.`);
    return different > 0 ? 1 : 0;
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function ownersWithSchema(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'schema.prisma'))).map(({ name }) => name);
}
