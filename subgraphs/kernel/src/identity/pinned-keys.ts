import { readJsonFile } from '../files/read-json-file.js';
import { replaceFile } from '../files/replace-file.js';
import { verifyDetached } from './detached-signature.js';
import { registryKeySet, type RegistryKeySet } from './registry-key-set.js';

/** Who says whether the registry has signed a text. */
export interface RegistrySignature {
  signed(text: string, signature: string): Promise<boolean>;
  /** Whether what was taken in as signed is so by the keys that are known here, without asking the registry: nothing speaks against it where none are known. */
  stillSigned(text: string, signature: string): Promise<boolean>;
  /** Where its keys are pinned, if they are. */
  readonly file?: string;
}

/**
 * The registry's keys, pinned: those that signed the first text accepted here are the only ones accepted from then on, so that whoever takes over the
 * registry's address can neither rewire the hub nor open what is closed.
 */
export class PinnedKeys implements RegistrySignature {
  /** Where they are kept: to be deleted where the registry has changed its keys on purpose. */
  readonly file: string;
  readonly #fetch: () => Promise<unknown>;
  readonly #variant: string | undefined;
  #pinned: RegistryKeySet | undefined;

  /** @param variant the contract that is served; what is signed as another, or as the whole, is refused */
  constructor(file: string, fetch: () => Promise<unknown>, variant?: string) {
    this.file = file;
    this.#fetch = fetch;
    this.#variant = variant;
  }

  /** Whether the registry has signed just this text, as this variant. @throws Error where its keys are asked for and it does not answer, or the file holds something else */
  async signed(text: string, signature: string): Promise<boolean> {
    this.#pinned ??= await readJsonFile(this.file, registryKeySet);
    const keys = this.#pinned ?? registryKeySet.safeParse(await this.#fetch()).data;
    if (!keys || !(await verifyDetached(keys, text, signature, this.#variant))) return false;
    if (this.#pinned) return true;
    await replaceFile(this.file, JSON.stringify(keys));
    this.#pinned = keys;
    return true;
  }

  async stillSigned(text: string, signature: string): Promise<boolean> {
    this.#pinned ??= await readJsonFile(this.file, registryKeySet);
    return this.#pinned === undefined || (await verifyDetached(this.#pinned, text, signature, this.#variant));
  }
}
