import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The hashes of a content, each with its algorithm: sha-256:… (FIPS 180-4), sm3:… (GB/T 32905). */
export interface ContentHashes {
  readonly sha256: string;
  readonly sm3: string;
}

/** Hashes a content while it comes. */
export class FileDigests {
  readonly #sha256 = createHash('sha256');
  readonly #sm3 = createHash('sm3');
  #length = 0;

  /** Bytes that have come so far. */
  get length(): number {
    return this.#length;
  }

  update(chunk: Uint8Array): void {
    this.#sha256.update(chunk);
    this.#sm3.update(chunk);
    this.#length += chunk.length;
  }

  /** The hashes of what has come so far; more may come. */
  hashes(): ContentHashes {
    return { sha256: `sha-256:${this.#sha256.copy().digest('hex')}`, sm3: `sm3:${this.#sm3.copy().digest('hex')}` };
  }

  /** Of the first bytes of a file. */
  static async ofFile(path: string, length: number): Promise<FileDigests> {
    const digests = new FileDigests();
    if (length > 0) for await (const chunk of createReadStream(path, { end: length - 1 })) digests.update(chunk as Buffer);
    return digests;
  }
}
