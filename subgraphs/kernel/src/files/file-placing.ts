import type { Upload } from '@tus/utils';
import type { ContentHashes } from './file-digests.js';
import type { FileEntries } from './file-entries.js';
import { FileHashDiffers } from './file-hash-differs.js';
import type { HashedUploads } from './hashed-uploads.js';
import type { KeptFiles } from './kept-files.js';

export interface FilePlacingOptions {
  readonly uploads: HashedUploads;
  readonly kept: Pick<KeptFiles, 'place'>;
  readonly entries: FileEntries;
}

/** What stands beside an upload: what was told of the file, and by whom. */
type Told = Readonly<Record<'hash' | 'mediaType' | 'partyId' | 'userId', string>>;

/** Puts whole uploads where files lie, and enters them; each once at a time, whoever asks for it. */
export class FilePlacing {
  readonly #options: FilePlacingOptions;
  readonly #underWay = new Map<string, Promise<ContentHashes>>();

  constructor(options: FilePlacingOptions) {
    this.#options = options;
  }

  /** Whether its party has the file that was told in the store: then nothing is left to be done for this upload. */
  async isPlaced({ metadata }: Upload): Promise<boolean> {
    const { partyId, hash } = metadata as Told;
    return this.#options.entries.has(partyId, hash);
  }

  /**
   * Holds a whole upload against the hash that was told, and places it. What fails otherwise may be tried again: the upload stays.
   *
   * @throws FileHashDiffers where the content is not what was told; the upload is gone then
   */
  place(upload: Upload): Promise<ContentHashes> {
    const placing = this.#underWay.get(upload.id) ?? this.#place(upload).finally(() => this.#underWay.delete(upload.id));
    this.#underWay.set(upload.id, placing);
    return placing;
  }

  async #place({ id, size = 0, metadata }: Upload): Promise<ContentHashes> {
    const { uploads, kept, entries } = this.#options;
    const { hash, mediaType, partyId, userId } = metadata as Told;
    const hashes = await uploads.hashesOf(id, size);
    if (hash !== hashes.sha256 && hash !== hashes.sm3) {
      await uploads.remove(id);
      throw new FileHashDiffers(hash, hash.startsWith('sm3:') ? hashes.sm3 : hashes.sha256);
    }
    await kept.place(uploads.pathOf(id), partyId, hashes.sha256);
    await entries.enter(hashes, { partyId, userId, size, mediaType });
    uploads.settled(id);
    return hashes;
  }
}
