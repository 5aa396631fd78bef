import { checkpointText } from '../sealing/chain.js';
import type { Findings } from '../sealing/findings.js';
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
    if (entry?.kind !== 'STAMPED') return;
    const problem = this.#options.roots === undefined ? undefined : await this.#problemOf(entry);
    if (problem !== undefined) return this.#options.findings.tell('STAMP_INVALID', position, entry.id, `the stamp of ${entry.authority} over the checkpoint at ${entry.position}: ${problem}`);
    this.#verified += 1;
    if (Number.isSafeInteger(entry.position)) this.#upTo = Math.max(this.#upTo, entry.position);
  }

  async #problemOf({ position, token, at }: CheckpointStamped): Promise<string | undefined> {
    // Where somebody has changed an entry, any part of it may be gone.
    if (!Number.isSafeInteger(position) || typeof token !== 'string') return 'it is not as the hub writes stamps';
    const { owner, database, roots = [] } = this.#options;
    const checkpoint = await checkpointAt(database, owner, position);
    if (!checkpoint) return 'there is no such checkpoint';
    try {
      const proven = await verifyTimeStamp({ token: Buffer.from(token, 'base64'), text: checkpointText(sealedPreservation, checkpoint), roots });
      return proven.at.toISOString() === at ? undefined : `it tells ${proven.at.toISOString()}, and the entry ${at}`;
    } catch (error) {
      if (error instanceof TimeStampInvalid) return error.message;
      throw error;
    }
  }
}
