import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { findRunningHub } from './running-hub.js';

/** A hub that runs as a process of its own, as a person would start it. */
export interface HubProcess {
  readonly pid: number;
  readonly url: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  /** Milliseconds from the start of the process until it was ready. */
  readonly readyAfter: number;
  /** What it printed so far, for people on standard output, how it goes on standard error. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Ctrl-C, as a terminal sends it; gives the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL to the hub alone. */
  kill(): Promise<void>;
}

export interface HubProcessOptions {
  readonly dataDir: string;
  readonly separate?: boolean;
  /** Besides those of this process; any free ports are taken unless PORT says otherwise. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly readyWithin?: number;
  /** Ctrl-C as soon as this stands on standard error, so that the start is cut off. */
  readonly cutOffAt?: RegExp;
}

/** Starts the built hub on a folder and waits until it is ready. @throws Error with what it printed, where it does not get there */
export async function startHubProcess({ dataDir, separate = false, variables = {}, readyWithin = 120_000, cutOffAt }: HubProcessOptions): Promise<HubProcess> {
  const begin = performance.now();
  const hub = fileURLToPath(new URL('../dist/bundle/hub.js', import.meta.url));
  const child = spawn(process.execPath, [hub, 'start', ...(separate ? ['--separate'] : [])], {
    env: { ...process.env, PORT: '0', HUB_DATA_DIR: dataDir, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = once(child, 'close');

  while (!output.stdout.includes('The hub is ready')) {
    const over = child.exitCode !== null || child.signalCode !== null || cutOffAt?.test(output.stderr);
    if (over || performance.now() - begin > readyWithin) {
      child.kill('SIGINT');
      await ended;
      throw new Error(`The hub did not become ready (exit code ${child.exitCode}).\n${output.stderr}${output.stdout}`);
    }
    await delay(10);
  }
  const readyAfter = performance.now() - begin;
  const running = await findRunningHub(dataDir);
  if (!running || !child.pid) throw new Error(`The hub is ready but left no note in ${dataDir}.`);
  return {
    pid: child.pid,
    url: running.url,
    subgraphs: running.subgraphs,
    readyAfter,
    output: () => ({ ...output }),
    async stop() {
      child.kill('SIGINT');
      await ended;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
