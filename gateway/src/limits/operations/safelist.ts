import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { AskedOperation } from '../asked-operation.js';
import { documentHash } from './document-hash.js';
import type { OperationListSource } from './operation-list.js';

/** What is done with operations that are not in the list: told in the log, or refused. */
export type SafelistMode = 'log' | 'enforce';

/** The operations that may be asked, by their id alone or by their text. */
export class Safelist {
  readonly #source: OperationListSource;
  readonly #mode: SafelistMode;
  readonly #log: Logger;

  constructor(source: OperationListSource, mode: SafelistMode, log: Logger) {
    this.#source = source;
    this.#mode = mode;
    this.#log = log;
  }

  /** Whether nothing else may be asked. */
  get enforced(): boolean {
    return this.#mode === 'enforce';
  }

  /** The listed text that an id alone stands for. */
  textOf({ query, id }: AskedOperation): string | undefined {
    return query === undefined && id !== undefined ? this.#source.current().textOf(id) : undefined;
  }

  /**
   * Looks an operation up that is asked by its text, or by an id that is not listed.
   * @throws GraphQLError OPERATION_NOT_LISTED where the list is enforced
   */
  check({ query, id, operationName }: AskedOperation, locale: Locale): void {
    if (query === undefined ? id === undefined : this.#source.current().has(query)) return;
    const operation = { id: query === undefined ? id : documentHash(query), name: operationName };
    if (this.enforced) throw codedError('OPERATION_NOT_LISTED', locale, { operation: operation.name ?? operation.id ?? '' });
    this.#log.warn({ operation }, 'an operation that is not in the list was asked');
  }
}
