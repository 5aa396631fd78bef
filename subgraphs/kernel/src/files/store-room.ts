import { statfs } from 'node:fs/promises';
import type { FileEntries } from './file-entries.js';
import type { FilePlacing } from './file-placing.js';
import type { FileSettings } from './file-settings.js';
import type { HashedUploads } from './hashed-uploads.js';
import { isWhole } from './is-whole.js';

export interface StoreRoomOptions {
  readonly entries: FileEntries;
  readonly uploads: HashedUploads;
  readonly placing: FilePlacing;
  readonly settings: FileSettings;
}

/** How much room there is for more files: of one party, and on the disk. */
export class StoreRoom {
  readonly #options: StoreRoomOptions;
  #begunBefore: Promise<void> | undefined;

  constructor(options: StoreRoomOptions) {
    this.#options = options;
  }

  /** Bytes that a party has handed in or has begun to. */
  async heldBy(partyId: string): Promise<number> {
    const { entries, uploads } = this.#options;
    this.#begunBefore ??= this.#countBegunBefore().catch((error: unknown) => {
      this.#begunBefore = undefined;
      throw error;
    });
    await this.#begunBefore;
    const stored = await entries.bytesOf(partyId);
    return stored + uploads.announcedBy(partyId);
  }

  /** Whether the disk keeps what it has to, once so many bytes more have come. */
  async hasRoomFor(bytes: number): Promise<boolean> {
    const { uploads, settings } = this.#options;
    const { bavail, bsize } = await statfs(uploads.directory);
    return bavail * bsize - bytes >= settings.freeBytes;
  }

  /** What was begun before this start, and is not in the store yet. */
  async #countBegunBefore(): Promise<void> {
    const { uploads, placing } = this.#options;
    for (const id of await uploads.ids()) {
      // One that goes meanwhile holds nothing.
      const upload = await uploads.getUpload(id).catch(() => undefined);
      if (upload && !(isWhole(upload) && (await placing.isPlaced(upload)))) uploads.announce(upload);
    }
  }
}
