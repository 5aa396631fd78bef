import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { DataFolder } from './data-folder-places.js';
import { startOfProcess } from './processes.js';
import { giveTo, type ServerAccount } from './server-account.js';

type Holder = { pid: number; started: string };

/** Lets one process at a time look after a data folder; a holder that was killed does not count. Returns the release. */
export async function lockFolder(folder: DataFolder, account: ServerAccount | undefined): Promise<() => Promise<void>> {
  const me: Holder = { pid: process.pid, started: (await startOfProcess(process.pid)) ?? '' };
  // A link appears whole or not at all, so nobody reads half a lock.
  const draft = `${folder.lock}.${process.pid}`;
  await writeFile(draft, JSON.stringify(me), { mode: 0o600 });
  await giveTo(account, draft);
  try {
    return await takeLock(folder, draft);
  } finally {
    await rm(draft, { force: true });
  }
}

async function takeLock(folder: DataFolder, draft: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await link(draft, folder.lock);
      return () => rm(folder.lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await folderHolder(folder);
    if (typeof holder === 'number') {
      throw new EmbeddedPostgresError(
        'EMBEDDED_POSTGRES_FOLDER_IN_USE',
        `Process ${holder} already runs a hub on ${folder.dir}. Stop it first, or set HUB_DATA_DIR to another folder for a second hub.`,
      );
    }
    if (holder === 'dead') await rm(folder.lock, { force: true });
  }
}

/** The process that looks after a data folder; "dead" when it was killed, "nobody" when there is no lock. */
export async function folderHolder(folder: DataFolder): Promise<number | 'dead' | 'nobody'> {
  const text = await readFile(folder.lock, 'utf8').catch(() => undefined);
  if (text === undefined) return 'nobody';
  const holder = JSON.parse(text) as Holder;
  return (await startOfProcess(holder.pid)) === holder.started ? holder.pid : 'dead';
}
