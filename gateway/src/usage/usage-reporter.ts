import { randomUUID } from 'node:crypto';
import type { Logger } from '@hub/kernel/service/logger.js';
import { RecentlyUsed } from '../executor/plan/recently-used.js';
import type { KnownOperation } from './known-operation.js';
import type { ReportAnswer } from './report-answer.js';
import { dateOfDay, UsageCounts, type UsageCountsOptions } from './usage-counts.js';

/** What a gateway tells the registry at a time. Sent again under the same id, it is taken once. */
export interface UsageReport {
  readonly id: string;
  /** Shapes that the registry has not been told yet by this gateway. */
  readonly operations: readonly KnownOperation[];
  readonly uses: readonly { readonly day: string; readonly operation: string; readonly partyId: string; readonly client: string; readonly requests: number }[];
  /** Requests of which nothing else is told. */
  readonly unrecorded: number;
}

export interface UsageReporterOptions extends UsageCountsOptions {
  readonly send: (report: UsageReport) => Promise<ReportAnswer>;
  readonly log: Logger;
}

const knownAtMost = 10_000;
/** A registry that is started anew misses a report or two, which is nothing to tell. */
const toldAfter = 3;

/** Brings what was counted to the registry, each report once. What the registry does not answer waits, bounded, until it does. */
export class UsageReporter {
  readonly #options: UsageReporterOptions;
  /** Hashes of operations that the registry knows. */
  readonly #told = new RecentlyUsed<true>(knownAtMost);
  /** What was sent and not answered; it goes first, unchanged. */
  #unanswered: { readonly id: string; readonly counts: UsageCounts } | undefined;
  /** What was counted meanwhile. */
  #next: UsageCounts;
  #busy = false;
  /** How often in a row it was not taken. */
  #failures = 0;

  constructor(options: UsageReporterOptions) {
    this.#options = options;
    this.#next = new UsageCounts(options);
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Whether something was not taken yet. */
  get waiting(): boolean {
    return this.#unanswered !== undefined || !this.#next.isEmpty;
  }

  /** Reports counts, and whatever waits before them. Never fails. */
  async report(counts: UsageCounts): Promise<void> {
    this.#busy = true;
    try {
      this.#next.addAll(counts);
      if (this.#unanswered) await this.#send(this.#unanswered);
      this.#unanswered = { id: randomUUID(), counts: this.#next };
      this.#next = new UsageCounts(this.#options);
      await this.#send(this.#unanswered);
      if (this.#failures >= toldAfter) this.#options.log.info({}, 'the registry takes the usage again');
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === toldAfter) this.#options.log.warn({ err: error }, 'the registry does not take the usage; it waits here, and is added up');
    } finally {
      this.#busy = false;
    }
  }

  async #send({ id, counts }: { readonly id: string; readonly counts: UsageCounts }): Promise<void> {
    const uses = counts.uses();
    for (;;) {
      const untold = new Map(uses.filter(({ operation }) => !this.#told.get(operation.hash)).map(({ operation }) => [operation.hash, operation]));
      const { unknownOperations } = await this.#options.send({
        id,
        operations: [...untold.values()],
        uses: uses.map(({ operation, day, ...use }) => ({ ...use, day: dateOfDay(day), operation: operation.hash })),
        unrecorded: counts.unrecorded,
      });
      for (const hash of untold.keys()) this.#told.set(hash, true);
      if (unknownOperations.length === 0) break;
      // It was set back to an older state, or has forgotten what was used long ago.
      if (unknownOperations.every((hash) => untold.has(hash))) throw new Error('The registry does not know operations that it was just told.');
      for (const hash of unknownOperations) this.#told.delete(hash);
    }
    if (counts.unrecorded > 0) this.#options.log.warn({ requests: counts.unrecorded }, 'there was no room to record these requests; the registry is told how many');
    this.#unanswered = undefined;
  }
}
