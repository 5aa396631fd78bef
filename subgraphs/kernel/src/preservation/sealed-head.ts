import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import type { Place } from '../sealing/chain.js';

/** Where a sealed log ended last, kept in a file apart from the database: who has but the database cannot cut the end off unnoticed. */
export class SealedHead {
  readonly #path: string;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Undefined where nothing was kept yet. @throws Error where what is there cannot be read */
  async read(): Promise<Place | undefined> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
    if (text === undefined) return undefined;
    const { position, hash } = JSON.parse(text) as Place;
    return { position, hash };
  }

  /** Keeps a place, unless a later one is kept already. */
  keep(place: Place): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#keep(place));
    return this.#writing;
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  async #keep({ position, hash }: Place): Promise<void> {
    if (((await this.read())?.position ?? 0) >= position) return;
    const temporary = `${this.#path}.${randomUUID()}`;
    const file = await open(temporary, 'w', 0o600);
    await file.writeFile(JSON.stringify({ position, hash }));
    await file.sync();
    await file.close();
    await rename(temporary, this.#path);
  }
}
