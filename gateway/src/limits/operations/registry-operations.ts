import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readJsonFile } from '@hub/kernel/files/read-json-file.js';
import { replaceFile } from '@hub/kernel/files/replace-file.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RegistryClient } from '../../supergraph/registry-client.js';
import { manifest } from './manifest.js';
import { OperationList, type OperationListSource } from './operation-list.js';

export interface RegistryOperationsOptions {
  readonly registry: Pick<RegistryClient, 'operations'>;
  /** Folder of the hub's own data, where the last list is kept. */
  readonly dataDir: string;
  readonly log: Logger;
  /** Milliseconds between two questions whether there is another list. */
  readonly askEvery?: number;
}

/** The list of operations that the registry keeps, followed; with the registry down the last one, which is kept on disk. Before there was any, nothing is listed. */
export class RegistryOperations implements OperationListSource {
  readonly #options: RegistryOperationsOptions;
  readonly #file: string;
  readonly #closing = new AbortController();
  #following: Promise<void> = Promise.resolve();
  #list = new OperationList([]);
  #etag: string | undefined;
  #problem: string | undefined;

  private constructor(options: RegistryOperationsOptions) {
    this.#options = options;
    this.#file = join(options.dataDir, 'gateway', 'operations.json');
  }

  /** Has the list that is kept, or the registry's, before the first operation is asked. */
  static async follow(options: RegistryOperationsOptions): Promise<RegistryOperations> {
    const operations = new RegistryOperations(options);
    const kept = await readJsonFile(operations.#file, manifest).catch(() => undefined);
    if (kept) operations.#list = new OperationList(kept.operations);
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
      const told = await this.#options.registry.operations(this.#etag);
      this.#problem = undefined;
      if (told === 'unchanged') return;
      this.#list = new OperationList(told.manifest.operations);
      this.#etag = told.etag;
      await replaceFile(this.#file, JSON.stringify(told.manifest));
    } catch (error) {
      const { message } = error as Error;
      // Once per problem, not at every question.
      if (message !== this.#problem && !this.#closing.signal.aborted) this.#options.log.error({ err: error }, 'the list of operations stays, for the registry gave no other');
      this.#problem = message;
    }
  }
}
