import { checkpointText, type Checkpoint } from '../sealing/chain.js';
import type { Logger } from '../service/logger.js';
import type { TimeStampAuthority } from '../time-stamps/time-stamp-authority.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { isStamp } from './is-stamp.js';
import type { CheckpointStamped, NewPreservedEntry } from './preserved-entry.js';
import { sealedPreservation } from './sealed-preservation.js';

export interface TimeStamperOptions {
  readonly owner: string;
  readonly database: Transaction;
  readonly authority: Pick<TimeStampAuthority, 'url' | 'stamp'>;
  readonly enter: (entry: NewPreservedEntry) => Promise<void>;
  readonly log: Logger;
  /** Milliseconds until an authority that did not answer is asked again. */
  readonly askAgainAfter?: number;
}

// A stamp is an entry too, sealed or on its way to it; what stands behind a checkpoint that is stamped is covered by the next stamp.
const last = `
  SELECT c.id::text, c.first::float8 AS first, c.position::float8 AS position, c.previous, c.hash, c.at
  FROM (SELECT * FROM kernel.preserved_checkpoint ORDER BY position DESC LIMIT 1) c,
    LATERAL (SELECT greatest(
      (SELECT (entry::jsonb->>'position')::bigint FROM kernel.preserved_entry WHERE ${isStamp} ORDER BY position DESC LIMIT 1),
      (SELECT max((entry::jsonb->>'position')::bigint) FROM kernel.preserved_arrival WHERE entry::jsonb->>'kind' = 'STAMPED'), 0) AS position) stamped
  WHERE EXISTS (SELECT FROM kernel.preserved_entry e WHERE e.position > stamped.position AND e.position <= c.position AND e.entry::jsonb->>'kind' IS DISTINCT FROM 'STAMPED')`;

/**
 * Has checkpoints of the record stamped by an authority (RFC 3161), behind everything else. The last checkpoint stands for all before it, so that one stamp makes up for the
 * time in which the authority did not answer.
 */
export class TimeStamper {
  readonly #options: TimeStamperOptions;
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(options: TimeStamperOptions) {
    this.#options = options;
    // What a process left unstamped that was killed.
    this.#later();
  }

  /** Something was sealed. */
  nudge(): void {
    if (this.#closed) return;
    if (this.#underWay) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#underWay = this.#stamp()
      .catch((error: unknown) => this.#options.log.warn({ err: error, authority: this.#options.authority.url }, 'the time-stamp authority gives no stamp now; it is asked again'))
      .finally(() => {
        this.#underWay = undefined;
        if (!this.#again) return this.#later();
        this.#again = false;
        this.nudge();
      });
  }

  /** Ends after the stamp that is asked for. */
  async stop(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#underWay;
  }

  #later(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.nudge(), this.#options.askAgainAfter ?? 60_000).unref();
  }

  async #stamp(): Promise<void> {
    const { owner, database, authority, enter } = this.#options;
    const [row] = await database.$queryRawUnsafe<(Omit<Checkpoint, 'owner' | 'at'> & { at: Date })[]>(last);
    if (!row) return;
    const { token, at } = await authority.stamp(checkpointText(sealedPreservation, { ...row, owner, at: row.at.toISOString() }));
    const stamp: Omit<CheckpointStamped, 'id' | 'owner'> = { kind: 'STAMPED', at: at.toISOString(), position: row.position, authority: authority.url, token: Buffer.from(token).toString('base64') };
    await enter(stamp);
  }
}
