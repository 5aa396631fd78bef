import type { Logger } from '../service/logger.js';
import { FileHashDiffers } from './file-hash-differs.js';
import type { FilePlacing } from './file-placing.js';
import type { HashedUploads } from './hashed-uploads.js';
import { isWhole } from './is-whole.js';

export interface UploadSweepOptions {
  readonly uploads: HashedUploads;
  readonly placing: FilePlacing;
  readonly log: Logger;
}

const sweepEvery = 3_600_000;

/**
 * Looks through the uploads at the start and each hour: places what is whole and was not placed, and throws away what has had its time. What is whole and cannot be
 * placed is never thrown away.
 */
export class UploadSweep {
  readonly #options: UploadSweepOptions;
  #underWay: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: UploadSweepOptions) {
    this.#options = options;
  }

  /** Begins; nobody needs to wait for it. */
  start(): void {
    this.#sweep();
    this.#timer = setInterval(() => this.#sweep(), sweepEvery).unref();
  }

  /** Ends after the upload that is looked at. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#underWay;
  }

  /** One at a time: a large file may take longer than the hour. */
  #sweep(): void {
    this.#underWay ??= this.#lookThrough()
      .catch((error: unknown) => this.#options.log.error({ err: error }, 'uploads cannot be looked through'))
      .finally(() => (this.#underWay = undefined));
  }

  async #lookThrough(): Promise<void> {
    const { uploads, log } = this.#options;
    for (const id of await uploads.ids()) {
      if (this.#closed) return;
      await this.#settle(id).catch((error: unknown) => {
        if (error instanceof FileHashDiffers) log.warn({ err: error, upload: id }, 'an upload was not what was told, and is thrown away');
        else log.error({ err: error, upload: id }, 'an upload cannot be settled; it is tried again');
      });
    }
  }

  async #settle(id: string): Promise<void> {
    const { uploads, placing } = this.#options;
    const upload = await uploads.getUpload(id);
    if (isWhole(upload) && !(await placing.isPlaced(upload))) await placing.place(upload);
    else if (await uploads.isOverdue(id)) await uploads.remove(id);
  }
}
