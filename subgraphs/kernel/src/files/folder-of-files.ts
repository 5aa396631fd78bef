import { createReadStream } from 'node:fs';
import { link, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { keptName, type KeptFiles } from './kept-files.js';

/** Files in a folder on the same disk as the uploads: placed by a link, so that a file is there whole or not at all. */
export function folderOfFiles(folder: string): KeptFiles {
  const pathOf = (partyId: string, hash: string) => join(folder, keptName(partyId, hash));
  return {
    async place(path, partyId, hash) {
      const kept = pathOf(partyId, hash);
      await mkdir(dirname(kept), { recursive: true });
      await onDisk(path, 'r+');
      await link(path, kept).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await onDisk(dirname(kept), 'r');
    },
    async open(partyId, hash, range) {
      const stream = createReadStream(pathOf(partyId, hash), range);
      await once(stream, 'open');
      return stream;
    },
    close: () => undefined,
  };
}

/** What a file holds, or a folder names, survives a power cut after this. */
async function onDisk(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
}
