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
    const holder = await readHolder(folder);
    if (holder && (await startOfProcess(holder.pid)) === holder.started) {
      throw new EmbeddedPostgresError(
        'EMBEDDED_POSTGRES_FOLDER_IN_USE',
        `Process ${holder.pid} already runs a hub on ${folder.dir}. Stop it first, or set HUB_DATA_DIR to another folder for a second hub.`,
      );
    }
    await rm(folder.lock, { force: true });
  }
}

async function readHolder(folder: DataFolder): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(folder.lock, 'utf8')) as Holder;
  } catch {
    return undefined; // released in the meantime
  }
}
