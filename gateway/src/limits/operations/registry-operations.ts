import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readJsonFile } from '@hub/kernel/files/read-json-file.js';
import { replaceFile } from '@hub/kernel/files/replace-file.js';
import { PinnedKeys } from '@hub/kernel/identity/pinned-keys.js';
import { operationsVariant } from '@hub/kernel/identity/signed-variants.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { pinnedKeysFile } from '../../supergraph/pinned-keys-file.js';
import type { RegistryClient } from '../../supergraph/registry-client.js';
import { SignatureRefused } from '../../supergraph/require-signed.js';
import { keptOperations, type DeliveredOperations } from './delivered-operations.js';
import { manifest } from './manifest.js';
import { OperationList, type OperationListSource } from './operation-list.js';

export interface RegistryOperationsOptions {
  readonly registry: Pick<RegistryClient, 'operations' | 'keys'>;
  /** Folder of the hub's own data, where the last list is kept. */
  readonly dataDir: string;
  readonly log: Logger;
  /** Milliseconds between two questions whether there is another list. */
  readonly askEvery?: number;
}

/**
 * The list of operations that the registry keeps and has signed, followed; with the registry down the last one, which is kept on disk. Before there was any, nothing is listed. A list that is not signed is taken only
 * where none that was signed has ever been kept: from a registry of the version before.
 */
export class RegistryOperations implements OperationListSource {
  readonly #options: RegistryOperationsOptions;
  readonly #file: string;
  readonly #keys: PinnedKeys;
  readonly #closing = new AbortController();
  #following: Promise<void> = Promise.resolve();
  #list = new OperationList([]);
  #isSigned = false;
  #etag: string | undefined;
  #problem: string | undefined;

  private constructor(options: RegistryOperationsOptions) {
    this.#options = options;
    this.#file = join(options.dataDir, 'gateway', 'operations.json');
    this.#keys = new PinnedKeys(pinnedKeysFile(options.dataDir), () => options.registry.keys(), operationsVariant);
  }

  /** Has the list that is kept, or the registry's, before the first operation is asked. */
  static async follow(options: RegistryOperationsOptions): Promise<RegistryOperations> {
    const operations = new RegistryOperations(options);
    await operations.#takeUpKept();
    await operations.#ask();
    operations.#following = operations.#follow();
    return operations;
  }

  current(): OperationList {
    return this.#list;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#following;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await delay(this.#options.askEvery ?? 500, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.#ask();
    }
  }

  async #ask(): Promise<void> {
    try {
      const delivered = await this.#options.registry.operations(this.#etag);
      if (delivered !== 'unchanged') {
        await this.#takeUp(delivered);
        this.#etag = delivered.etag;
        await replaceFile(this.#file, JSON.stringify(delivered));
      }
      this.#problem = undefined;
    } catch (error) {
      const { message } = error as Error;
      // Once per problem, not at every question.
      if (message !== this.#problem && !this.#closing.signal.aborted) this.#options.log.error({ err: error }, 'the list of operations stays, for the registry gave no other');
      this.#problem = message;
    }
  }

  async #takeUpKept(): Promise<void> {
    try {
      const kept = await readJsonFile(this.#file, keptOperations);
      if (!kept) return;
      // Before it is looked at: what was signed and cannot be used makes no room for what is not.
      this.#isSigned = kept.signature !== undefined;
      await this.#takeUp(kept);
      this.#etag = kept.etag;
    } catch (error) {
      this.#options.log.error({ err: error }, 'the list of operations that is kept on disk cannot be used');
    }
  }

  /** @throws SignatureRefused */
  async #takeUp({ text, signature }: DeliveredOperations): Promise<void> {
    if (signature === undefined) {
      if (this.#isSigned) throw new SignatureRefused(`The list of operations is refused: it is not signed, and one that was has been kept here. If the registry was set back to a version that signs none on purpose, delete ${this.#file} and start again.`);
    } else if (!(await this.#keys.signed(text, signature))) {
      throw new SignatureRefused(`The list of operations is refused: no key of the registry that is known here signed it. If the registry changed its keys on purpose, delete ${this.#keys.file} and start again.`);
    }
    this.#list = new OperationList(manifest.parse(JSON.parse(text)).operations);
    this.#isSigned ||= signature !== undefined;
  }
}
