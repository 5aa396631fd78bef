import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let contract: string;

/** A copy of the contract, transpiled, to be changed and built. */
beforeAll(async () => {
  contract = await mkdtemp(join(tmpdir(), 'contract-'));
  const made = ['node_modules', 'dist', 'generated'];
  await cp(join(root, 'schema'), contract, { recursive: true, filter: (path) => !made.includes(basename(path)) });
  await symlink(join(root, 'node_modules'), join(contract, 'node_modules'));
  expect(await run('transpile.mjs')).toMatchObject({ code: 0 });
});
afterAll(() => rm(contract, { recursive: true, force: true }));

it('publishes the contract as it is', async () => {
  expect(await run('build-schema.mjs')).toEqual({ code: 0, errors: '' });
  expect(await readFile(join(contract, 'generated/labs.graphql'), 'utf8')).toContain('@sharing(owner: "labs"');
});

it('stops on a finding of the lint, and says where and what to do', async () => {
  const built = await withChange('sdl/exchange/terms.graphql', /\s+ground: .*/, '', () => run('build-schema.mjs'));
  expect(built.code).toBe(1);
  expect(built.errors).toContain('exchange: ParticipantUser.id: The terms "participantStaff" share nothing and do not say why; give them a ground.');
});

it('stops where a contributor gives a shared key other terms than its owner, because composition would keep those of the majority', async () => {
  const stub = /(type InspectionCommission .*\n\s+id: ID!)/;
  const built = await withChange('sdl/labs/commission-acceptance.graphql', stub, '$1 @shared(terms: "inspectionParties")', () => run('build-schema.mjs'));
  expect(built.code).toBe(1);
  expect(built.errors).toMatch(/@sharing is applied to "InspectionCommission.id" in multiple subgraphs but with incompatible arguments/);
});

it('builds on where subgraphs merely describe a type differently', async () => {
  const built = await withChange('sdl/labs/inspection-report.graphql', '"Verdict (检验结论, 5.3.3) on', '"Verdict (结论, 5.3.3) on', () => run('build-schema.mjs'));
  expect(built).toEqual({ code: 0, errors: '' });
});

it('tells which page is stale, and is content once the pages are generated', async () => {
  expect(await run('build-schema.mjs', '--pages')).toEqual({ code: 0, errors: '' });
  expect(await run('build-schema.mjs', '--check')).toEqual({ code: 0, errors: '' });
  const checked = await withChange('SHARING-MATRIX.md', '## Acts', '## The acts', () => run('build-schema.mjs', '--check'));
  expect(checked).toEqual({ code: 1, errors: 'SHARING-MATRIX.md is stale; run `npm run generate:docs -w schema`.\n' });
});

async function withChange<Result>(file: string, from: string | RegExp, to: string, work: () => Promise<Result>): Promise<Result> {
  const path = join(contract, file);
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} no longer has what this test changes`).not.toBe(before);
  await writeFile(path, after);
  try {
    return await work();
  } finally {
    await writeFile(path, before);
  }
}

function run(program: string, ...options: string[]): Promise<{ code: number; errors: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'scripts/bin', program), ...options], { cwd: contract }, (error, _output, errors) =>
      resolve({ code: error ? Number(error.code) : 0, errors }),
    );
  });
}
