import type { JWK } from 'jose';
import { verifyDetached } from '../identity/detached-signature.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { checkpointText, entryHash, firstHash, type Place } from './chain.js';
import type { ChainProblem } from './chain-finding.js';
import type { Findings } from './findings.js';
import type { SealedLog } from './sealed-log.js';
import { checkpointRows, entryRows, type CheckpointRow, type EntryRow } from './sealed-rows.js';

/** An entry as it was read, and what it says; null where the hub has not written it. */
export interface ReadEntry<Content> {
  readonly row: EntryRow;
  readonly content: Content | null;
}

export interface WalkOptions<Kind extends string, Content extends { readonly id: string }> {
  readonly sealed: SealedLog;
  readonly owner: string;
  /** Reads as of one moment, where entries come in meanwhile: a transaction that is REPEATABLE READ. */
  readonly database: Transaction;
  readonly jwks: { keys: JWK[] };
  readonly findings: Findings<Kind | ChainProblem>;
  /** Behind which place it begins; at its beginning where there is none. */
  readonly from?: Place | undefined;
  /** What else is looked at in each entry, in order. */
  readonly entry?: (entry: ReadEntry<Content>) => Promise<void> | void;
  /** What else is looked at in each checkpoint that the hub has signed. */
  readonly checkpoint?: (row: CheckpointRow) => Promise<void> | void;
}

/** How far a walk came. */
export interface Walked {
  readonly entries: number;
  readonly checkpoints: number;
  /** The last checkpoint that was passed. */
  readonly end: Place;
}

/**
 * Walks through a sealed log from its beginning to its end with little memory, and tells what of its chain is not as it was sealed: entries changed, removed, put
 * elsewhere or put in, and checkpoints that nobody of the hub has signed.
 */
export async function walkSealedLog<Kind extends string, Content extends { readonly id: string }>(options: WalkOptions<Kind, Content>): Promise<Walked> {
  return new Walk(options).run();
}

class Walk<Kind extends string, Content extends { readonly id: string }> {
  readonly #options: WalkOptions<Kind, Content>;
  #entries = 0;
  #checkpoints = 0;
  /** Where the log stands: all up to here was looked at. */
  #at: Place;
  /** The last checkpoint that was passed. */
  #sealed: Place;

  constructor(options: WalkOptions<Kind, Content>) {
    this.#options = options;
    const { sealed, owner, from = { position: 0, hash: firstHash(sealed, owner) } } = options;
    this.#at = from;
    this.#sealed = from;
  }

  async run(): Promise<Walked> {
    const { database, sealed } = this.#options;
    const checkpoints = checkpointRows(database, sealed);
    let next = (await checkpoints.next()).value;
    for await (const entry of entryRows(database, sealed)) {
      for (; next && next.position < entry.position; next = (await checkpoints.next()).value) await this.#checkpoint(next, undefined);
      await this.#entry(entry);
      if (next?.position === entry.position) {
        await this.#checkpoint(next, entry);
        next = (await checkpoints.next()).value;
      }
    }
    for (; next; next = (await checkpoints.next()).value) await this.#checkpoint(next, undefined);
    if (this.#at.position > this.#sealed.position) {
      this.#tell('ENTRY_INSERTED', this.#sealed.position + 1, null, `no checkpoint covers what stands after ${this.#sealed.position}; the hub seals nothing without one`);
    }
    return { entries: this.#entries, checkpoints: this.#checkpoints, end: this.#sealed };
  }

  async #entry(row: EntryRow): Promise<void> {
    this.#entries += 1;
    const { sealed, entry: look } = this.#options;
    const { position, entry, hash } = row;
    const content = contentOf<Content>(entry);
    const id = content?.id ?? null;
    if (position <= this.#at.position) return this.#tell('ENTRY_INSERTED', position, id, 'it stands before the beginning of the log');
    const missing = position - this.#at.position - 1;
    if (missing > 0) this.#tell('ENTRY_MISSING', this.#at.position + 1, null, `${missing} removed: the log goes on at ${position}`);
    // Behind a gap the hash before is gone; the next checkpoint says whether the rest is right.
    else if (entryHash(sealed, this.#at.hash, position, entry) !== hash) this.#tell('ENTRY_ALTERED', position, id, 'it is not what was sealed here: changed, or put here from elsewhere');
    if (content === null) this.#tell('ENTRY_FORGED', position, null, 'it was put in before it was sealed, and not by the hub');
    await look?.({ row, content });
    this.#at = { position, hash };
  }

  async #checkpoint(row: CheckpointRow, entry: EntryRow | undefined): Promise<void> {
    const { sealed, owner, jwks, checkpoint: look } = this.#options;
    this.#checkpoints += 1;
    const { position, first, previous, hash } = row;
    const signed = await verifyDetached(jwks, checkpointText(sealed, { ...row, owner, at: row.at.toISOString() }), row.signature);
    if (!signed) return this.#tell('CHECKPOINT_ALTERED', position, null, 'the hub has not signed this checkpoint');
    if (first !== this.#sealed.position + 1) this.#tell('CHECKPOINT_MISSING', this.#sealed.position + 1, null, `there is none from here to ${first - 1}`);
    else if (previous !== this.#sealed.hash) this.#tell('HISTORY_REPLACED', first, null, 'it was sealed behind another entry than the one that stands before it');
    if (!entry) this.#tell('ENTRY_MISSING', position, null, 'the entry of this checkpoint was removed');
    else if (entry.hash !== hash) this.#tell('ENTRY_ALTERED', first, contentOf<Content>(entry.entry)?.id ?? null, `of ${first} to ${position} something was changed and hashed anew`);
    await look?.(row);
    this.#sealed = { position, hash };
  }

  #tell(kind: ChainProblem, position: number | null, entry: string | null, problem: string): void {
    this.#options.findings.tell(kind, position, entry, problem);
  }
}

/** What an entry says; null where the hub has not written it. */
function contentOf<Content extends { readonly id: string }>(entry: string): Content | null {
  try {
    const content = JSON.parse(entry) as Content;
    return typeof content.id === 'string' ? content : null;
  } catch {
    return null;
  }
}
