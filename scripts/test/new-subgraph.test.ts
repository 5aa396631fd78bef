import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { owners } from '@hub/prisma/owner.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('is published by the registry with the other owners', () => {
  expect(readFileSync(join(copy, 'schema/generated/subgraphs.ts'), 'utf8')).toContain(`'${owner}': credit_bureaus,`);
});

it('makes rooms that the compiler takes, enrolled with the other owners', async () => {
  const config = { extends: './tsconfig.json', include: [`subgraphs/${owner}`, 'scripts/src/start/services.ts', 'prisma/owner.ts'] };
  await writeFile(join(copy, 'tsconfig.new.json'), JSON.stringify(config));
  await run('.', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.new.json');
}, 180_000);

it('makes a subgraph that starts on its own migrated database and answers by its terms, as its own first test says', async () => {
  const outer = Object.keys(process.env).filter((name) => name.startsWith('VITEST'));
  const env = { ...process.env, ...Object.fromEntries(outer.map((name) => [name, undefined])) };
  const { stdout } = await promisify(execFile)(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', `subgraphs/${owner}`, '--no-color'], { cwd: copy, env });
  expect(stdout).toContain('Tests  1 passed');
}, 180_000);

it('refuses a name that is no folder name, and one that is taken', async () => {
  await expect(makeSubgraph(copy, 'Credit Bureaus')).rejects.toThrow('such as credit-bureaus');
  await expect(makeSubgraph(copy, 'labs')).rejects.toThrow('subgraphs/labs is there already');
});
