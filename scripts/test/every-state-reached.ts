import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StateReached } from '@hub/kernel/testing/states-reached.js';
import type { TestProject } from 'vitest/node';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Every state of every machine is reached by a test: each subgraph under test notes the states that its rows have been in,
 * where none was written by hand, and a run that had all tests of an owner fails when one of its states was not among them.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-states-'));
  project.provide('statesReached', folder);
  return async () => {
    const missed = await statesMissed(folder, project).finally(() => rm(folder, { recursive: true, force: true }));
    if (missed.length === 0) return;
    // Vitest prints what is thrown here, but the exit code stays what it was.
    process.exitCode = 1;
    throw new Error(`No test brought a row to\n${missed.join('\n')}`);
  };
}

async function statesMissed(folder: string, project: TestProject): Promise<string[]> {
  const passed = new Set(project.vitest.state.getFiles().flatMap(({ filepath, result }) => (result?.state === 'pass' ? [filepath] : [])));
  const { owners } = await import('@hub/prisma/owner.js');
  const whole = await Promise.all(owners.map((owner) => ranWhole(owner, passed)));
  if (project.config.testNamePattern !== undefined || !whole.includes(true)) return [];

  const { ownerMachines } = await import('../src/state-machines/owner-machines.js');
  const notes = await Promise.all((await readdir(folder)).map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as StateReached[]));
  const reached = new Set(notes.flat().map(({ table, state }) => `${table}.${state}`));
  return (await ownerMachines()).flatMap(({ contract: { owner }, machines }) =>
    whole[owners.findIndex((each) => each === owner)]
      ? machines.flatMap(({ type, transitions }) =>
          [...new Set(Object.values(transitions).flatMap(({ to }) => to))]
            .filter((state) => !reached.has(`${tableOf(type)}.${state}`))
            .map((state) => `${owner}: ${type} ${state}`),
        )
      : [],
  );
}

/** Whether all test files of an owner ran and passed. */
async function ranWhole(owner: string, passed: ReadonlySet<string>): Promise<boolean> {
  const files = await readdir(join(root, 'subgraphs', owner, 'test'));
  return files.filter((file) => file.endsWith('.test.ts')).every((file) => passed.has(join(root, 'subgraphs', owner, 'test', file)));
}

/** `WorkPlan` is kept in `work_plan`. */
function tableOf(type: string): string {
  return type.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
