import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isPostmasterOf } from './processes.js';

/** Asks for a fast shutdown (PostgreSQL, "Shutting Down the Server") and waits for it; after 30 seconds for an immediate one. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  for (const [signal, seconds] of [['SIGINT', 30], ['SIGQUIT', 10], ['SIGKILL', 10]] as const) {
    await askToStop(pid, signal);
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await delay(20)) {
      if (!(await isPostmasterOf(cluster, pid))) return;
    }
  }
}

async function askToStop(pid: number, signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
  // Windows knows no signals; PostgreSQL recovers from a hard end at its next start.
  if (process.platform === 'win32') await promisify(execFile)('taskkill', ['/pid', String(pid), '/f', '/t']).catch(() => undefined);
  else {
    try {
      process.kill(pid, signal);
    } catch {
      // gone already
    }
  }
}
