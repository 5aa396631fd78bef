import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { endWithParent } from '../start/end-with-parent.js';

const readyWithin = 60_000;

/** What is measured, as it is started: arguments of Node, and variables. */
export interface SubjectCommand {
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** What is measured, as a process of its own. */
export interface SubjectProcess {
  readonly url: string;
  readonly pid: number;
  /** The most memory that it has taken so far, in megabytes; undefined where the system does not tell (VmHWM in proc_pid_status(5)). */
  peakMemory(): Promise<number | undefined>;
  stop(): Promise<void>;
}

/** Starts what is measured and waits until it answers. @throws Error with what it printed, where it does not get there */
export async function startSubjectProcess({ args, variables }: SubjectCommand, url: string, answers: () => Promise<boolean>): Promise<SubjectProcess> {
  const env = { ...process.env, NODE_ENV: 'production', ...variables };
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const ended = once(child, 'close');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-10_000)));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const until = Date.now() + readyWithin;
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`What is to be measured does not answer: ${args.join(' ')}\n${output}`);
    }
    await delay(50);
  }
  const { pid = 0 } = child;
  return { url, pid, stop, peakMemory: () => peakMemory(pid) };
}

async function peakMemory(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
