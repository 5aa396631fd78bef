import { join } from 'node:path';
import type { JWK } from 'jose';
import { auditKey } from '../audit/audit-key.js';
import { privateFolder } from '../files/private-folder.js';
import { canonicalJson } from '../hashing/canonical-json.js';
import { ArrivalCodes } from '../sealing/arrival-codes.js';
import { LogCut } from '../sealing/log-cut.js';
import { LogSealer } from '../sealing/log-sealer.js';
import { uuidV7 } from '../sealing/uuid-v7.js';
import type { Logger } from '../service/logger.js';
import type { TimeStampAuthority } from '../time-stamps/time-stamp-authority.js';
import type { TimeStampSettings } from '../time-stamps/time-stamp-settings.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { entriesOfBefore } from './entries-of-before.js';
import type { NewPreservedEntry } from './preserved-entry.js';
import { requireHead } from './require-head.js';
import { SealedHead } from './sealed-head.js';
import { sealedPreservation } from './sealed-preservation.js';
import { TimeStamper } from './time-stamper.js';

export interface PreservationOptions {
  readonly owner: string;
  readonly database: Transaction;
  /** Where the audit key lies, and the owner's folder. */
  readonly dataDir: string;
  /** The statement of the rows that name files. */
  readonly namingRows: string;
  /** Undefined where no authority is set. */
  readonly timeStamps: TimeStampSettings | undefined;
  readonly log: Logger;
}

/** An entry as it waits for its seal. */
export interface Arrival {
  readonly entry: string;
  readonly mac: string;
}

/** Where the last seal of an owner's record is kept, beside its files. */
export function sealedHeadOf(dataDir: string, owner: string): SealedHead {
  return new SealedHead(join(dataDir, 'evidence', owner, 'sealed.json'));
}

/**
 * The record of what an owner has preserved of files (存证, 5.2.4 a): which came, and which acts named them. An entry is written in the transaction of what it tells of,
 * sealed soon after, and stamped by an authority where one is set; neither holds an act up.
 */
export class Preservation {
  readonly #options: PreservationOptions;
  #codes: Promise<ArrivalCodes> | undefined;
  readonly #head: SealedHead;
  /** Why nothing is sealed any more; undefined where it goes on. */
  #cut: string | undefined;
  #sealer: LogSealer | undefined;
  #stamper: TimeStamper | undefined;
  #authority: TimeStampAuthority | undefined;

  constructor(options: PreservationOptions) {
    this.#options = options;
    this.#head = sealedHeadOf(options.dataDir, options.owner);
  }

  /** Enters what was there before there was a record; called before anything new may come. */
  async begin(): Promise<void> {
    const { database, namingRows, timeStamps } = this.#options;
    // Loaded where an authority is set, and nowhere else: it is large.
    if (timeStamps) this.#authority = new (await import('../time-stamps/time-stamp-authority.js')).TimeStampAuthority(timeStamps);
    // Where a record was kept, what the database has instead of it is nothing that was there before.
    const kept = await this.#head.read().catch(() => null);
    if (kept === undefined) await this.enter(database, ...(await entriesOfBefore(database, namingRows)));
  }

  /** Begins to seal, and to have stamped. */
  start(): void {
    const { owner, database, dataDir, log } = this.#options;
    const authority = this.#authority;
    privateFolder(join(dataDir, 'evidence', owner));
    this.#sealer = new LogSealer({ sealed: sealedPreservation, owner, database, log, key: () => this.#key(), goesOn: () => this.#requireHead(), besides: () => this.#requireHead() });
    this.#stamper = authority && new TimeStamper({ owner, database, log, authority, enter: (entry) => this.enter(database, entry) });
    this.#sealer.onSealed((checkpoint) => {
      this.#head.keep(checkpoint).catch((error: unknown) => log.error({ err: error }, 'where the record of preserved files ends cannot be kept beside the files'));
      this.#stamper?.nudge();
    });
  }

  /** Writes entries in a transaction; they are sealed once it has committed. */
  async enter(tx: Transaction, ...entries: readonly NewPreservedEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const arrivals = await Promise.all(entries.map((entry) => this.arrival(entry)));
    await tx.$executeRawUnsafe(
      'INSERT INTO kernel.preserved_arrival (entry, mac) SELECT * FROM unnest($1::text[], $2::text[])',
      arrivals.map(({ entry }) => entry), arrivals.map(({ mac }) => mac),
    );
    this.#sealer?.nudge();
  }

  /** An entry for a statement that writes it itself. */
  async arrival(content: NewPreservedEntry): Promise<Arrival> {
    const { owner } = this.#options;
    const now = new Date();
    const entry = canonicalJson({ at: now.toISOString(), ...content, id: uuidV7(now), owner });
    this.#codes ??= this.#key().then((key) => new ArrivalCodes(key, sealedPreservation, owner));
    // A key that could not be read is tried again by the next.
    this.#codes.catch(() => (this.#codes = undefined));
    return { entry, mac: (await this.#codes).codeOf(entry) };
  }

  /** Somebody has written an arrival. */
  nudge(): void {
    this.#sealer?.nudge();
  }

  /** What does not get on, by part. */
  warnings(): Readonly<Record<string, string>> {
    return this.#cut === undefined ? {} : { preservation: this.#cut };
  }

  /** @throws LogCut */
  async #requireHead(): Promise<void> {
    try {
      await requireHead(this.#options.database, this.#head);
      this.#cut = undefined;
    } catch (error) {
      if (error instanceof LogCut) this.#cut = error.message;
      throw error;
    }
  }

  /** Seals what has arrived. */
  async close(): Promise<void> {
    await this.#stamper?.stop();
    await this.#sealer?.stop();
    await this.#head.idle();
  }

  /** The public half of the key under which the record is sealed, and exports of it are signed (JWKS, RFC 7517 §5). */
  async publicKeys(): Promise<{ keys: JWK[] }> {
    const file = auditKey(this.#options.dataDir);
    await file.create();
    return file.jwks();
  }

  /** Made when it is first needed. */
  async #key(): Promise<JWK> {
    const file = auditKey(this.#options.dataDir);
    await file.create();
    return file.key();
  }
}
