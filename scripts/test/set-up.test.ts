import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Bin {
  isSupported(version: string, range: string): boolean;
  isInstalled(root: string): boolean;
  fingerprint(root: string): { sources: string; outputs: string };
  sumsOf(file: string, exitCode: number): { passed: number; failed: number; skipped: number };
}

/** These run before anything is installed, so they are plain JavaScript. */
const bin = async (file: string) => (await import(new URL(`../bin/${file}.mjs`, import.meta.url).href)) as Bin;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hub-set-up-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the set-up', () => {
  it('knows the Nodes that the hub runs on', async () => {
    const { isSupported } = await bin('node-version');
    const range = '^20.19 || ^22.12 || >=24';
    const supported = ['18.20.0', '20.18.1', '20.19.0', '21.7.0', '22.11.0', '22.12.0', '23.5.0', '24.0.0', '26.1.0'].filter((version) => isSupported(version, range));
    expect(supported).toEqual(['20.19.0', '22.12.0', '24.0.0', '26.1.0']);
  });

  it('installs when a package is missing or another version is there, and not for the binary of another platform', async () => {
    const { isInstalled } = await bin('installed');
    const locked = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/darwin': { version: '1.0.0', optional: true } };
    write('package-lock.json', { packages: locked });
    expect(isInstalled(root)).toBe(false);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } });
    expect(isInstalled(root)).toBe(false);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    expect(isInstalled(root)).toBe(true);
  });

  it('builds when a source changed, appeared or went, or when something built is gone; tests and packages do not count', async () => {
    const { fingerprint } = await bin('fingerprint');
    for (const file of ['package-lock.json', 'tsconfig.json', 'turbo.json', 'prisma/a.ts', 'subgraphs/a.ts', 'gateway/a.ts', 'scripts/a.ts']) write(file, 'x');
    write('schema/plan.ts', 'x');
    write('schema/dist/plan.js', 'x');
    const first = fingerprint(root);

    write('schema/plan.test.ts', 'x');
    write('schema/node_modules/a/index.js', 'x');
    expect(fingerprint(root)).toEqual(first);

    rmSync(join(root, 'schema/dist/plan.js'));
    expect(fingerprint(root).sources).toBe(first.sources);
    expect(fingerprint(root).outputs).not.toBe(first.outputs);

    write('schema/plan.ts', 'y');
    utimesSync(join(root, 'schema/plan.ts'), 0, 0); // an editor that keeps the time hides nothing
    expect(fingerprint(root).sources).not.toBe(first.sources);
  });
});

describe('the sums of a step', () => {
  it('count a step that wrote nothing as a failure', async () => {
    const { sumsOf } = await bin('sums');
    expect(sumsOf(join(root, 'gone.json'), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: ['a step ended with exit code 0 and 0 passed, without saying what failed'],
    });
  });

  it('count a test file that could not be loaded, and an error outside every test', async () => {
    const { sumsOf } = await bin('sums');
    const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
    const unloaded = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    const failed = { name: 'b.test.ts', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'one is two', failureMessages: ['1 is not 2'] }] };
    write('unloaded.json', { ...report, testResults: [unloaded, failed] });
    expect(sumsOf(join(root, 'unloaded.json'), 1)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 0,
      failures: ['b.test.ts: one is two\n1 is not 2', 'a.test.ts could not be loaded\nno such module'],
    });
    write('outside.json', { ...report, numFailedTests: 0, testResults: [] });
    expect(sumsOf(join(root, 'outside.json'), 1)).toMatchObject({ passed: 3, failed: 1, skipped: 0, failures: { length: 1 } });
  });
});
