import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import type { DeliveredSupergraph } from './delivered-supergraph.js';
import { readJsonFile } from './read-json-file.js';
import { registryKeys, type RegistryKeys } from './registry-keys.js';
import { replaceFile } from './replace-file.js';

/** A supergraph that the registry's pinned keys did not sign; the message says what to do. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused';
}

/**
 * The registry's keys, pinned: those that signed the first supergraph accepted here are the only ones accepted from
 * then on, so that whoever takes over the registry's address cannot rewire the hub.
 */
export class PinnedKeys {
  readonly #file: string;
  readonly #fetch: () => Promise<RegistryKeys>;
  readonly #variant: string | undefined;
  #pinned: RegistryKeys | undefined;

  /** @param variant the contract that is served; what is signed as another, or as the whole, is refused */
  constructor(file: string, fetch: () => Promise<RegistryKeys>, variant?: string) {
    this.#file = file;
    this.#fetch = fetch;
    this.#variant = variant;
  }

  /** @throws SignatureRefused */
  async verify(supergraph: DeliveredSupergraph): Promise<void> {
    this.#pinned ??= await readJsonFile(this.#file, registryKeys);
    const keys = this.#pinned ?? (await this.#fetch());
    if (!(await verifyDetached(keys, supergraph.sdl, supergraph.signature, this.#variant))) {
      throw new SignatureRefused(
        'The supergraph is refused: no key of the registry that is known here signed it' + (this.#variant === undefined ? ' as the whole. ' : ` as the contract ${this.#variant}. `) +
          `If the registry changed its keys on purpose, delete ${this.#file} and start again.`,
      );
    }
    if (this.#pinned) return;
    await replaceFile(this.#file, JSON.stringify(keys));
    this.#pinned = keys;
  }
}
