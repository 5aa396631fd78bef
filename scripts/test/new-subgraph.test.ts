import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDevelopmentIssuer } from '@hub/kernel/identity/development-issuer.js';
import { createDatabaseIfMissing } from '@hub/prisma/migrate/create-database-if-missing.js';
import { migrate } from '@hub/prisma/migrate/migrate.js';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { checkTree } from '../src/checks/tree.js';
import { readSourceTree } from '../src/checks/read-source-tree.js';
import { makeSubgraph } from '../src/new-subgraph/make-subgraph.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const owner = 'credit-bureaus';
const run = (folder: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: join(copy, folder) }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${args.join(' ')} in ${folder}:\n${error.stdout}${error.stderr}`);
  });
let copy: string;
let files: string[];

/** A copy of the project with the packages of this one and what is generated, in which a subgraph is made and built. */
beforeAll(async () => {
  copy = await realpath(await mkdtemp(join(tmpdir(), 'new-subgraph-')));
  const tree = await readSourceTree(root);
  const generated = owners.flatMap((each) => [`prisma/${each}/generated`, `subgraphs/${each}/src/generated`]);
  for (const file of [...tree.files, ...generated]) await cp(join(root, file), join(copy, file), { recursive: true });
  files = [...new Set([...tree.files, ...(await makeSubgraph(copy, owner))])];
  await linkPackages();
  await run('schema', '../scripts/bin/transpile.mjs');
  await run('schema', '../scripts/bin/build-schema.mjs');
  await run('prisma', 'bin/generate.mjs', owner);
  await run(`subgraphs/${owner}`, '../../scripts/bin/generate-subgraph.mjs');
  for (const folder of ['schema', 'prisma', 'subgraphs/kernel', `subgraphs/${owner}`]) await run(folder, join(copy, 'scripts/bin/transpile.mjs'));
}, 180_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

async function linkPackages(): Promise<void> {
  await mkdir(join(copy, 'node_modules/@hub'), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== '@hub' && !name.startsWith('.')) await symlink(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  const packages = files.filter((file) => /^(subgraphs\/)?[\w-]+\/package\.json$/.test(file)).map(dirname);
  for (const folder of packages) await symlink(join(copy, folder), join(copy, 'node_modules/@hub', folder.replace('subgraphs/', '')));
}

it('makes rooms that pass the check of the tree', () => {
  const read = (file: string) => readFileSync(join(copy, file), 'utf8');
  expect(checkTree({ files, read }).filter(({ place }) => place.includes(owner))).toEqual([]);
});

it('makes rooms that the compiler takes, enrolled with the other owners', async () => {
  const config = { extends: './tsconfig.json', include: [`subgraphs/${owner}`, 'scripts/src/start/services.ts', 'prisma/owner.ts'] };
  await writeFile(join(copy, 'tsconfig.new.json'), JSON.stringify(config));
  await run('.', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.new.json');
}, 180_000);

it('makes a subgraph that starts on its own migrated database and answers', async () => {
  const database = await ownDatabase();
  const child = spawn(process.execPath, [`subgraphs/${owner}/dist/main.js`], {
    cwd: copy,
    env: {
      ...process.env,
      PORT_CREDIT_BUREAUS: '0',
      DATABASE_URL_CREDIT_BUREAUS: database.url,
      URL_EXCHANGE: 'http://127.0.0.1:9',
      HUB_DATA_DIR: copy,
      MASK_KEY: 'a mask key for tests only',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(child);
    const answer = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ creditBureausEntry(id: "1") { title } }' }),
    });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((await fetch(new URL('/health/live', url))).status).toBe(200);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
    await database.drop();
  }
  expect(child.exitCode).toBe(0);
}, 120_000);

it('refuses a name that is no folder name, and one that is taken', async () => {
  await expect(makeSubgraph(copy, 'Credit Bureaus')).rejects.toThrow('such as credit-bureaus');
  await expect(makeSubgraph(copy, 'labs')).rejects.toThrow('subgraphs/labs is there already');
});

async function ownDatabase() {
  const { adminUrl } = inject('testDatabases');
  const name = 'clone_new_subgraph';
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await createDatabaseIfMissing(adminUrl, name);
  const inKernel = new URL(url);
  inKernel.searchParams.set('options', '-c search_path=kernel');
  const client = await openConnection(url.href, 'test');
  await client.query('CREATE SCHEMA IF NOT EXISTS kernel');
  await client.end();
  await migrate({ url: inKernel.href, owner: owner as Owner, migrationsDir: join(copy, 'prisma/kernel/migrations') });
  await migrate({ url: url.href, owner: owner as Owner, migrationsDir: join(copy, 'prisma', owner, 'migrations') });
  await createDevelopmentIssuer(copy);
  return {
    url: url.href,
    async drop() {
      const admin = await openConnection(adminUrl, 'test');
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** The line by which a subgraph tells that it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child has no standard output.');
  for await (const line of createInterface({ input: child.stdout })) return (JSON.parse(line) as { url: string }).url;
  throw new Error('The subgraph ended before it listened.');
}
