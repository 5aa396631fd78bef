import type { GraphQLSchema } from 'graphql';
import type { JWK } from 'jose';
import { canonicalJson } from '../hashing/canonical-json.js';
import { ArrivalCodes } from '../sealing/arrival-codes.js';
import { LogSealer } from '../sealing/log-sealer.js';
import type { Logger } from '../service/logger.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { auditKey } from './audit-key.js';
import { AuditWriter } from './audit-writer.js';
import { entryOf, type AuditedOperation } from './audited-operation.js';
import { pruneAudit } from './prune-audit.js';
import { sealedAudit } from './sealed-audit.js';
import { selectedCoordinates } from './selected-coordinates.js';

export interface AuditLogOptions {
  readonly owner: string;
  readonly schema: GraphQLSchema;
  readonly database: Transaction;
  /** Where the audit key lies. */
  readonly dataDir: string;
  readonly log: Logger;
  /** Milliseconds for which entries are kept. */
  readonly retention: number;
}

const pruneAgainAfter = 3_600_000;

/** The audit log of one owner (5.4.3 d): an operation is answered when its entry is on the disk, and the entry is sealed soon after. */
export class AuditLog {
  readonly #options: AuditLogOptions;
  readonly #writer: AuditWriter;
  #sealer: LogSealer | undefined;
  #key: Promise<JWK> | undefined;
  #codes: ArrivalCodes | undefined;
  #pruned = 0;
  #seals = 0;

  constructor(options: AuditLogOptions) {
    this.#options = options;
    this.#writer = new AuditWriter(options.database, async () => (this.#codes ??= new ArrivalCodes(await this.#keyNow(), sealedAudit, options.owner)));
  }

  /** Begins to seal: what arrives, and what was left when the process before was killed. */
  start(): void {
    this.#sealer = new LogSealer({ ...this.#options, sealed: sealedAudit, key: () => this.#keyNow(), besides: () => this.#prune() });
    this.#sealer.onSealed(() => (this.#seals += 1));
  }

  /** How many batches this process has sealed. */
  get seals(): number {
    return this.#seals;
  }

  /**
   * Writes what an operation touched and was refused; resolves when it is durable. One that asks for nothing but the schema leaves no entry.
   *
   * @param mayWait whether it may be written with the next, which is expected soon; until then nothing of the answer may leave
   * @throws Error where it cannot be written: then nothing of the answer may leave
   */
  async record(operation: AuditedOperation, mayWait = false): Promise<void> {
    const { owner, schema } = this.#options;
    const selection = selectedCoordinates(schema, operation.document, operation.operation, operation.variables);
    if (!selection) return;
    await this.#writer.write(canonicalJson(entryOf(owner, selection.hash, operation)), selection, mayWait);
    this.#sealer?.nudge();
  }

  /** Writes what waits for a next one, which is not to come. */
  hasten(): void {
    this.#writer.hasten();
  }

  /** Resolves when this process has sealed something, after `milliseconds`, or when the signal aborts. */
  sealed(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        stop?.();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      const stop = this.#sealer?.onSealed(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  /** Seals what has arrived. */
  async close(): Promise<void> {
    await this.#writer.idle();
    await this.#sealer?.stop();
  }

  async #prune(): Promise<void> {
    const { retention, ...options } = this.#options;
    const now = Date.now();
    if (now - this.#pruned < pruneAgainAfter) return;
    this.#pruned = now;
    await pruneAudit({ ...options, key: () => this.#keyNow(), before: new Date(now - retention) });
  }

  /** Made when it is first needed: not every start writes. */
  #keyNow(): Promise<JWK> {
    const file = auditKey(this.#options.dataDir);
    this.#key ??= file.create().then(() => file.key());
    // One that could not be read is tried again by the next.
    this.#key.catch(() => (this.#key = undefined));
    return this.#key;
  }
}
