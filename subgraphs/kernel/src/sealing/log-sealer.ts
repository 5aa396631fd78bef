import { setTimeout as delay } from 'node:timers/promises';
import type { JWK } from 'jose';
import { canonicalJson } from '../hashing/canonical-json.js';
import { signDetached } from '../identity/detached-signature.js';
import type { Logger } from '../service/logger.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { ArrivalCodes } from './arrival-codes.js';
import { checkpointText, entryHash, firstHash, type Checkpoint } from './chain.js';
import { LogCut } from './log-cut.js';
import type { SealedLog } from './sealed-log.js';
import { uuidV7 } from './uuid-v7.js';

export interface LogSealerOptions {
  readonly sealed: SealedLog;
  readonly owner: string;
  readonly database: Transaction;
  readonly key: () => Promise<JWK>;
  /** Looked at before each batch; throws LogCut where nothing may be sealed behind what the database has. */
  readonly goesOn?: () => Promise<void>;
  /** What is done besides after each look at what has arrived; what it throws is told, and it is done again the next time. */
  readonly besides?: () => Promise<void>;
  readonly log: Logger;
}

interface Arrival {
  readonly arrival: string;
  readonly entry: string;
  readonly mac: string;
  readonly position: number | null;
  readonly hash: string | null;
}

/** Milliseconds from an entry to its seal, so that many have one: sealing, and what the exchange makes of a batch, cost about the same for one entry as for a hundred. */
const gathering = 2_000;
/** A start has more urgent things to do than what the process before has left. */
const firstLookAfter = 2_000;
const lookAgainAfter = 30_000;
const widestBatch = 2_000;

/** What waits, in order of arrival, each with the end of the chain as it was at the same moment. */
const waiting = ({ name, cut }: SealedLog) => `
  SELECT a.arrival::text, a.entry, a.mac, head.position::float8 AS position, head.hash
  FROM (SELECT arrival, entry, mac FROM kernel.${name}_arrival ORDER BY arrival LIMIT $1::int) a
  LEFT JOIN LATERAL (
    SELECT * FROM (
      (SELECT position, hash FROM kernel.${name}_checkpoint ORDER BY position DESC LIMIT 1)${cut ? ` UNION ALL (SELECT position, hash FROM kernel.${name}_cut)` : ''}
    ) ends ORDER BY position DESC LIMIT 1) head ON true
  ORDER BY a.arrival`;

// All or nothing. Two who seal at once take the same positions: one of them fails by the primary keys, and has changed nothing.
const seal = ({ name }: SealedLog) => `
  WITH gone AS (
    DELETE FROM kernel.${name}_arrival WHERE arrival = ANY($1::text[]::bigint[])
  ), sealed AS (
    INSERT INTO kernel.${name}_entry (position, entry, hash) SELECT * FROM unnest($2::text[]::bigint[], $3::text[], $4::text[])
  )
  INSERT INTO kernel.${name}_checkpoint (position, id, first, previous, hash, at, signature)
  VALUES ($5::bigint, $6::uuid, $7::bigint, $8, $9, $10::timestamptz, $11)`;

/**
 * Gives what has arrived its place in the chain, behind the answers: a position, the hash over entry and predecessor, and a signed checkpoint
 * at the end of each batch, so that nothing sealed is without one. Of several processes any may seal.
 */
export class LogSealer {
  readonly #options: LogSealerOptions;
  readonly #listeners = new Set<(checkpoint: Checkpoint) => void>();
  readonly #stop = new AbortController();
  #running: Promise<void>;
  #wake: () => void = () => undefined;

  constructor(options: LogSealerOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** Something has arrived. */
  nudge(): void {
    this.#wake();
  }

  /** Tells of every batch that this process seals; gives the way to stop that. */
  onSealed(listener: (checkpoint: Checkpoint) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Seals what has arrived, and ends. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake();
    await this.#running;
  }

  /** What a process left that was killed is found at the start; what another one leaves, by looking again. */
  async #run(): Promise<void> {
    const { signal } = this.#stop;
    const { besides, sealed, log } = this.#options;
    await this.#nudged(firstLookAfter);
    for (;;) {
      const last = signal.aborted;
      const nudged = this.#nudged(lookAgainAfter);
      try {
        while (await this.#sealBatch());
        await besides?.();
      } catch (error) {
        if (error instanceof LogCut) log.error({ err: error, log: sealed.name }, 'a log was cut off, and is not sealed any further');
        // Where two sealed at once, this one finds the rest the next time.
        else if (!/unique constraint|23505/i.test(String(error))) log.warn({ err: error, log: sealed.name }, 'a log cannot be sealed now');
      }
      if (last) return;
      await nudged;
      await delay(gathering, undefined, { signal }).catch(() => undefined);
    }
  }

  #nudged(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#stop.signal.aborted) this.#wake();
    });
  }

  /** @returns whether there may be more */
  async #sealBatch(): Promise<boolean> {
    const { sealed, owner, database, key: keyNow, log } = this.#options;
    const arrivals = await database.$queryRawUnsafe<Arrival[]>(waiting(sealed), widestBatch);
    const [head] = arrivals;
    if (!head) return false;
    await this.#options.goesOn?.();
    const key = await keyNow();
    const codes = new ArrivalCodes(key, sealed, owner);
    const first = (head.position ?? 0) + 1;
    const previous = head.hash ?? firstHash(sealed, owner);
    const entries = arrivals.map(({ entry, mac }) => (codes.codeOf(entry) === mac ? entry : canonicalJson({ unauthentic: entry })));
    const forged = entries.filter((entry, index) => entry !== arrivals[index]?.entry).length;
    if (forged > 0) log.error({ forged, log: sealed.name }, 'somebody else than the hub has written to a log that it seals; that is sealed as such');
    let hash = previous;
    const hashes = entries.map((entry, index) => (hash = entryHash(sealed, hash, first + index, entry)));
    const at = new Date();
    const position = first + entries.length - 1;
    const id = uuidV7(at);
    const checkpoint = { id, owner, first, position, previous, hash, at: at.toISOString() };
    const signature = await signDetached(key, checkpointText(sealed, checkpoint));
    await database.$executeRawUnsafe(
      seal(sealed),
      arrivals.map(({ arrival }) => arrival), entries.map((_entry, index) => String(first + index)), entries, hashes,
      position, id, first, previous, hash, at, signature,
    );
    for (const listener of [...this.#listeners]) listener(checkpoint);
    return arrivals.length === widestBatch;
  }
}
