import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileDigests } from '@hub/kernel/files/file-digests.js';

const longestText = 50_000_000;

/** The folder of an export that somebody else may have made: nothing is read but plain files in it, no links are followed, and nothing is waited for. */
export class ExportedFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws Error where there is no such file */
  async bytes(path: string): Promise<Buffer> {
    const handle = await this.#open(path);
    try {
      if ((await handle.stat()).size > longestText) throw new Error(`${path} is too long`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  }

  /** @throws Error where there is no such file */
  async text(path: string): Promise<string> {
    return (await this.bytes(path)).toString('utf8');
  }

  /** Hashes a file, however long it is. Undefined where it is not there. @throws Error where it is something else than a file */
  async digests(path: string): Promise<FileDigests | undefined> {
    const handle = await this.#open(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
    if (!handle) return undefined;
    const digests = new FileDigests();
    // The stream closes the handle.
    for await (const chunk of handle.createReadStream()) digests.update(chunk as Buffer);
    return digests;
  }

  async #open(path: string): Promise<FileHandle> {
    const below = dirname(path);
    if (below !== '.' && !(await lstat(join(this.#folder, below))).isDirectory()) throw new Error(`${below} is no folder`);
    const full = join(this.#folder, path);
    if (!(await lstat(full)).isFile()) throw new Error(`${path} is no file`);
    return open(full, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  }
}
