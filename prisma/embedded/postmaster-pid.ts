import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isPostmasterOf } from './processes.js';

/** What a running server says of itself in its lock file (PostgreSQL, "Server Setup and Operation", postmaster.pid). */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** Reads the lock file as it stands, whether or not its process still runs. */
export async function readPostmasterPid(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n') ?? [];
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 0)) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? '', 10) || 0, ready: lines[7]?.trim() === 'ready' };
}

/**
 * Finds the server that a killed hub left running. A lock file that no postmaster stands behind any more is removed, because
 * PostgreSQL refuses to start when its process number has been given to another process of the same account.
 */
export async function findRunningPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const found = await readPostmasterPid(cluster);
  if (!found) return undefined;
  if (await isPostmasterOf(cluster, found.pid)) return found;
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}
