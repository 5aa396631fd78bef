import { checkClauses } from './clauses.js';
import { checkDependencies } from './dependencies.js';
import { checkDependencyFixture } from './dependency-fixture.js';
import { checkDocs } from './docs.js';
import { checkGenerated } from './generated.js';
import { checkLint } from './lint.js';
import { checkLockFile } from './lock-file.js';
import { checkMigrations } from './migrations.js';
import { checkNames } from './names.js';
import { checkPackages } from './packages.js';
import { checkStateMachines } from './state-machines.js';
import { checkTree } from './tree.js';
import { checkTypes } from './types.js';
import { readSourceTree } from './read-source-tree.js';
import type { Finding } from './finding.js';

/** Runs every check of the project at once, prints each as it ends, and gives how many passed and which failed. */
export async function runChecks(root: string): Promise<{ passed: number; failed: number; failures: string[] }> {
  const tree = await readSourceTree(root);
  const checks: Record<string, () => Finding[] | Promise<Finding[]>> = {
    tree: () => checkTree(tree),
    docs: () => checkDocs(tree),
    clauses: () => checkClauses(tree),
    names: () => checkNames(tree),
    packages: () => checkPackages(tree),
    'lock file': () => checkLockFile(tree),
    'generated files': () => checkGenerated(root),
    migrations: () => checkMigrations(root),
    'state machines': () => checkStateMachines(root),
    'dependency rules': () => checkDependencies(root),
    'dependency fixture': () => checkDependencyFixture(root),
    types: () => checkTypes(root),
    lint: () => checkLint(root),
  };
  const names = Object.keys(checks);
  const results = await Promise.all(Object.entries(checks).map(([name, run]) => runCheck(name, run)));
  const failures = names.filter((_name, index) => !results[index]).map((name) => `check of ${name}`);
  return { passed: names.length - failures.length, failed: failures.length, failures };
}

/** A check that cannot do its work has failed. */
async function runCheck(name: string, run: () => Finding[] | Promise<Finding[]>): Promise<boolean> {
  const begin = performance.now();
  const findings = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => [{ place: name, message: error instanceof Error ? error.message : String(error) }]);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const verdict = findings.length === 0 ? 'ok' : `${findings.length} finding${findings.length === 1 ? '' : 's'}`;
  console.log(`${findings.length === 0 ? '✓' : '✗'} ${name.padEnd(20)} ${seconds.padStart(5)} s  ${verdict}`);
  for (const { place, message } of findings) console.log(`    ${place}  ${message}`);
  return findings.length === 0;
}
