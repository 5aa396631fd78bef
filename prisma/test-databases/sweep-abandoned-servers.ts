import { readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolderAt } from '../embedded/data-folder-places.js';
import { folderHolder } from '../embedded/folder-lock.js';
import { findRunningPostmaster } from '../embedded/postmaster-pid.js';
import { stopPostmaster } from '../embedded/stop-postmaster.js';

/** Stops and removes the servers of test runs that were killed. */
export async function sweepAbandonedServers(): Promise<void> {
  const parent = await realpath(tmpdir());
  for (const name of (await readdir(parent)).filter((each) => each.startsWith('hub-tests-'))) {
    const folder = dataFolderAt(join(parent, name));
    // Without a lock it may be a run that has only just begun.
    if ((await folderHolder(folder)) !== 'dead') continue;
    const left = await findRunningPostmaster(folder.cluster).catch(() => undefined);
    if (left) await stopPostmaster(folder.cluster, left.pid);
    await rm(folder.dir, { recursive: true, force: true }).catch(() => undefined);
  }
}
