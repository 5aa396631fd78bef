import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { DataFolder } from './data-folder-places.js';
import { giveTo, type ServerAccount } from './server-account.js';

/**
 * Starts `initdb` or `postgres` under the server's account, in a process group of its own (Ctrl-C must reach the hub, which
 * then stops the server in good order) and writing to the log file, which outlives us where a pipe would not.
 */
export async function spawnServerProgram(
  program: string,
  args: string[],
  folder: DataFolder,
  account: ServerAccount | undefined,
): Promise<ChildProcess> {
  const log = await open(folder.log, 'a', 0o600);
  try {
    await giveTo(account, folder.log);
    const child = spawn(program, args, {
      cwd: folder.dir,
      // No PG… variable of the caller may steer the server.
      env: { PATH: process.env['PATH'], LC_ALL: 'C', SystemRoot: process.env['SystemRoot'] },
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    child.unref();
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return child;
  } finally {
    await log.close();
  }
}

/** Resolves when the program has ended. */
export function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
