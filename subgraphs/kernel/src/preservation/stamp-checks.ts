import { checkpointText } from '../sealing/chain.js';
import type { CheckpointRow } from '../sealing/sealed-rows.js';
import type { Findings } from '../sealing/findings.js';
import { stampedBefore } from '../time-stamps/clock-allowance.js';
import { TimeStampInvalid } from '../time-stamps/time-stamp-invalid.js';
import { verifyTimeStamp } from '../time-stamps/verify-time-stamp.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { checkpointAt } from './checkpoint-at.js';
import type { PreservationProblem } from './preservation-report.js';
import type { CheckpointStamped, PreservedEntry } from './preserved-entry.js';
import { sealedPreservation } from './sealed-preservation.js';

export interface StampChecksOptions {
  readonly owner: string;
  readonly database: Transaction;
  /** Undefined: stamps are only counted as far as they reach. */
  readonly roots: readonly Uint8Array[] | undefined;
  readonly findings: Findings<PreservationProblem>;
}

/** Verifies the stamps of a record as they come, each against the checkpoint that it is over. */
export class StampChecks {
  readonly #options: StampChecksOptions;
  #verified = 0;
  #upTo = 0;
  /** Whether something else than stamps stands behind the last checkpoint. */
  #since = false;
  /** Checkpoints under no stamp so far that seal something else than stamps. */
  #waiting: { readonly position: number; readonly at: Date }[] = [];

  constructor(options: StampChecksOptions) {
    this.#options = options;
  }

  /** Stamps that prove what they say. */
  get verified(): number {
    return this.#verified;
  }

  /** Position up to which all is under a stamp. */
  get upTo(): number {
    return this.#upTo;
  }

  async look(position: number, entry: PreservedEntry | null): Promise<void> {
    if (entry?.kind !== 'STAMPED') {
      this.#since = true;
      return;
    }
    const problem = this.#options.roots === undefined ? undefined : await this.#problemOf(entry);
    if (problem !== undefined) return this.#options.findings.tell('STAMP_INVALID', position, entry.id, `the stamp of ${entry.authority} over the checkpoint at ${entry.position}: ${problem}`);
    this.#verified += 1;
    if (!Number.isSafeInteger(entry.position)) return;
    this.#upTo = Math.max(this.#upTo, entry.position);
    this.#waiting = this.#waiting.filter((checkpoint) => checkpoint.position > this.#upTo);
  }

  /** A checkpoint that the hub has signed, behind its entries. */
  sealed({ position, at }: Pick<CheckpointRow, 'position' | 'at'>): void {
    if (this.#since) this.#waiting.push({ position, at });
    this.#since = false;
  }

  /** Tells where the record was sealed before a time (milliseconds) and no stamp covers it. */
  requireStamped(before: number): void {
    const first = this.#waiting.find(({ at }) => at.getTime() < before);
    if (first) this.#options.findings.tell('STAMP_MISSING', this.#upTo + 1, null, `what was sealed at ${first.at.toISOString()} up to ${first.position} is under no stamp, though an authority is set`);
  }

  async #problemOf({ position, token, at }: CheckpointStamped): Promise<string | undefined> {
    // Where somebody has changed an entry, any part of it may be gone.
    if (!Number.isSafeInteger(position) || typeof token !== 'string') return 'it is not as the hub writes stamps';
    const { owner, database, roots = [] } = this.#options;
    const checkpoint = await checkpointAt(database, owner, position);
    if (!checkpoint) return 'there is no such checkpoint';
    try {
      const proven = await verifyTimeStamp({ token: Buffer.from(token, 'base64'), text: checkpointText(sealedPreservation, checkpoint), roots });
      if (proven.at.toISOString() !== at) return `it tells ${proven.at.toISOString()}, and the entry ${at}`;
      return stampedBefore(proven.at, checkpoint.at) ? `it tells ${at}, and the checkpoint was sealed at ${checkpoint.at}` : undefined;
    } catch (error) {
      if (error instanceof TimeStampInvalid) return error.message;
      throw error;
    }
  }
}
