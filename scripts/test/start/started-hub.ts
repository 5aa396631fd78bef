import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the one hub of a test run that has started and was stopped again. */
    startedHub: string;
  }
}

/** Gives a test run the place for a hub that has started once; it is started when a test first wants a copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'hub-started-')));
  await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
  project.provide('startedHub', folder);
  return () => rm(folder, { recursive: true, force: true });
}
