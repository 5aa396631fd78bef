import { access, chmod, constants } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dataFolderAt } from '@hub/prisma/embedded/data-folder-places.js';
import { lockFolder } from '@hub/prisma/embedded/folder-lock.js';
import { CommandRefused } from '../command-refused.js';
import { makeFolder } from './make-folder.js';

/**
 * Makes the folder of the hub's data where there is none, and takes it for this process. Returns the release.
 * @throws CommandRefused where it cannot be written, EmbeddedPostgresError where another hub runs on it
 */
export async function openDataFolder(dataDir: string): Promise<() => Promise<void>> {
  try {
    const made = await makeFolder(resolve(dataDir));
    // Not to be listed by others, but to be passed through: as root, PostgreSQL runs under another account in a folder below.
    if (made) await chmod(dataDir, 0o711);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return await lockFolder(dataFolderAt(dataDir), undefined);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC'].includes(code ?? '')) throw error;
    throw new CommandRefused(
      `The hub cannot keep its data in ${dataDir} (${code}). Set HUB_DATA_DIR to a folder that this account may write, or make this one writable for it.`,
      { cause: error },
    );
  }
}
