import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** A whole file did not have the hash that it lies under. */
export class ContentAltered extends Error {
  override readonly name = 'ContentAltered';
}

/**
 * Lets a whole file through, and its last part only where all of it has the hash that it lies under: a reader of a file that was changed in the store is left with a
 * broken connection, and not with another file.
 *
 * @param hash SHA-256: sha-256:…
 */
export class VerifiedContent extends Transform {
  readonly #digest = createHash('sha256');
  readonly #hash: string;
  #held: Buffer | undefined;

  constructor(hash: string) {
    super();
    this.#hash = hash;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#digest.update(chunk);
    const before = this.#held;
    this.#held = chunk;
    done(null, before);
  }

  override _flush(done: TransformCallback): void {
    const found = `sha-256:${this.#digest.digest('hex')}`;
    if (found === this.#hash) done(null, this.#held);
    else done(new ContentAltered(`The file ${this.#hash} is ${found} in the store.`));
  }
}
