import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the one hub of a test run that has started and was stopped again. */
    startedHub: string;
  }
}

const prefix = 'hub-started-';

/** Gives a test run the place for a hub that has started once; it is started when a test first wants a copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandoned();
  const folder = await realpath(await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`)));
  await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
  project.provide('startedHub', folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** Removes the folders of test runs that were killed. */
async function sweepAbandoned(): Promise<void> {
  const parent = await realpath(tmpdir());
  for (const name of (await readdir(parent)).filter((each) => each.startsWith(prefix))) {
    if (!runs(Number.parseInt(name.slice(prefix.length), 10))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
