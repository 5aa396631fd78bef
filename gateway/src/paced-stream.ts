import { Transform, type TransformCallback } from 'node:stream';

export interface Pace {
  /** Bytes that have to pass within each window. */
  readonly bytes: number;
  /** Milliseconds. */
  readonly window: number;
}

/** Lets a stream through as long as it keeps a pace: who reads more slowly, or not at all, does not hold an upstream's connection for good. */
export class PacedStream extends Transform {
  readonly #timer: NodeJS.Timeout;
  #passed = 0;

  constructor({ bytes, window }: Pace) {
    super();
    this.#timer = setInterval(() => {
      if (this.#passed < bytes && !this.writableFinished) this.destroy(new Error(`Fewer than ${bytes} bytes were taken in ${window} ms.`));
      this.#passed = 0;
    }, window).unref();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#passed += chunk.length;
    done(null, chunk);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearInterval(this.#timer);
    done(error);
  }
}
