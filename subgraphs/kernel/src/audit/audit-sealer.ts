import { setTimeout as delay } from 'node:timers/promises';
import type { JWK } from 'jose';
import { canonicalJson } from '../hashing/canonical-json.js';
import { signDetached } from '../identity/detached-signature.js';
import type { Logger } from '../service/logger.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { checkpointText, entryHash, firstHash } from './audit-chain.js';
import { ArrivalCodes } from './audit-key.js';
import { pruneAudit } from './prune-audit.js';
import { uuidV7 } from './uuid-v7.js';

export interface AuditSealerOptions {
  readonly owner: string;
  readonly database: Transaction;
  readonly key: () => Promise<JWK>;
  /** Milliseconds for which entries are kept. */
  readonly retention: number;
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
const gathering = 1_000;
/** A start has more urgent things to do than what the process before has left. */
const firstLookAfter = 2_000;
const lookAgainAfter = 30_000;
const widestBatch = 2_000;
const pruneAgainAfter = 3_600_000;

/** What waits, in order of arrival, each with the end of the chain as it was at the same moment. */
const waiting = `
  SELECT a.arrival::text, a.entry, a.mac, head.position::float8 AS position, head.hash
  FROM (SELECT arrival, entry, mac FROM kernel.audit_arrival ORDER BY arrival LIMIT $1::int) a
  LEFT JOIN LATERAL (
    (SELECT position, hash FROM kernel.audit_checkpoint ORDER BY position DESC LIMIT 1) UNION ALL (SELECT position, hash FROM kernel.audit_cut)
    ORDER BY position DESC LIMIT 1) head ON true
  ORDER BY a.arrival`;

// All or nothing. Two who seal at once take the same positions: one of them fails by the primary keys, and has changed nothing.
const seal = `
  WITH gone AS (
    DELETE FROM kernel.audit_arrival WHERE arrival = ANY($1::text[]::bigint[])
  ), sealed AS (
    INSERT INTO kernel.audit_entry (position, entry, hash) SELECT * FROM unnest($2::text[]::bigint[], $3::text[], $4::text[])
  )
  INSERT INTO kernel.audit_checkpoint (position, id, first, previous, hash, at, signature)
  VALUES ($5::bigint, $6::uuid, $7::bigint, $8, $9, $10::timestamptz, $11)`;

/**
 * Gives what has arrived its place in the chain, behind the answers: a position, the hash over entry and predecessor, and a signed checkpoint
 * at the end of each batch, so that nothing sealed is without one. Of several processes any may seal.
 */
export class AuditSealer {
  readonly #options: AuditSealerOptions;
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();
  #running: Promise<void>;
  #wake: () => void = () => undefined;
  #pruned = 0;

  constructor(options: AuditSealerOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** Something has arrived. */
  nudge(): void {
    this.#wake();
  }

  /** Tells of every batch that this process seals; gives the way to stop that. */
  onSealed(listener: () => void): () => void {
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
    await this.#nudged(firstLookAfter);
    for (;;) {
      const last = signal.aborted;
      const nudged = this.#nudged(lookAgainAfter);
      try {
        while (await this.#sealBatch());
        await this.#prune();
      } catch (error) {
        // Where two sealed at once, this one finds the rest the next time.
        if (!/unique constraint|23505/i.test(String(error))) this.#options.log.warn({ err: error }, 'the audit log cannot be sealed now');
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

  async #prune(): Promise<void> {
    const { retention, ...options } = this.#options;
    const now = Date.now();
    if (now - this.#pruned < pruneAgainAfter) return;
    this.#pruned = now;
    await pruneAudit({ ...options, before: new Date(now - retention) });
  }

  /** @returns whether there may be more */
  async #sealBatch(): Promise<boolean> {
    const { owner, database, key: keyNow, log } = this.#options;
    const arrivals = await database.$queryRawUnsafe<Arrival[]>(waiting, widestBatch);
    const [head] = arrivals;
    if (!head) return false;
    const key = await keyNow();
    const codes = new ArrivalCodes(key, owner);
    const first = (head.position ?? 0) + 1;
    const previous = head.hash ?? firstHash(owner);
    const entries = arrivals.map(({ entry, mac }) => (codes.codeOf(entry) === mac ? entry : canonicalJson({ unauthentic: entry })));
    const forged = entries.filter((entry, index) => entry !== arrivals[index]?.entry).length;
    if (forged > 0) log.error({ forged }, 'somebody else than the hub has written to its audit log; that is sealed as such');
    let hash = previous;
    const hashes = entries.map((entry, index) => (hash = entryHash(hash, first + index, entry)));
    const at = new Date();
    const position = first + entries.length - 1;
    const id = uuidV7(at);
    const signature = await signDetached(key, checkpointText({ id, owner, first, position, previous, hash, at: at.toISOString() }));
    await database.$executeRawUnsafe(
      seal,
      arrivals.map(({ arrival }) => arrival), entries.map((_entry, index) => String(first + index)), entries, hashes,
      position, id, first, previous, hash, at, signature,
    );
    for (const listener of [...this.#listeners]) listener();
    return arrivals.length === widestBatch;
  }
}
