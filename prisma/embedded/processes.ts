import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * When a running process was started, in words that are the same whenever they are asked for; undefined when it does not
 * run. It tells a process from a later one that was given the same number.
 */
export async function startOfProcess(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (stat === undefined) return undefined;
    // proc(5): the name in brackets may hold blanks; after it come the state (1st) and the start in clock ticks (20th).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return `${boot.trim()}/${fields[19] ?? ''}`;
  }
  if (!signalReaches(pid)) return undefined;
  if (process.platform === 'win32') return 'running';
  return (await ps(pid, 'lstart=')) || undefined;
}

/** Whether a process is the postmaster of this cluster, and not one that was given a dead postmaster's number. */
export async function isPostmasterOf(clusterDir: string, pid: number): Promise<boolean> {
  // A postmaster's working directory is its cluster.
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === clusterDir;
  if (!signalReaches(pid)) return false;
  if (process.platform === 'win32') return true;
  return (await ps(pid, 'command=')).includes(clusterDir);
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function ps(pid: number, column: string): Promise<string> {
  return promisify(execFile)('ps', ['-o', column, '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}
