import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolderAt } from '../embedded/data-folder-places.js';
import { findRunningPostmaster } from '../embedded/postmaster-pid.js';
import { stopPostmaster } from '../embedded/stop-postmaster.js';

/** Gives data folders to tests; afterwards no server runs on them and they are gone, whatever the test did. */
export function scratchFolders(): { make(): Promise<string>; removeAll(): Promise<void> } {
  const made: string[] = [];
  return {
    async make() {
      const parent = await realpath(await mkdtemp(join(tmpdir(), 'hub-embedded-')));
      await chmod(parent, 0o755);
      made.push(parent);
      return join(parent, 'data');
    },
    async removeAll() {
      for (const parent of made.splice(0)) {
        const { cluster } = dataFolderAt(join(parent, 'data'));
        const left = await findRunningPostmaster(cluster);
        if (left) await stopPostmaster(cluster, left.pid);
        await rm(parent, { recursive: true, force: true });
      }
    },
  };
}
