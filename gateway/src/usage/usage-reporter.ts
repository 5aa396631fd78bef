import { randomUUID } from 'node:crypto';
import type { Logger } from '@hub/kernel/service/logger.js';
import { RecentlyUsed } from '../executor/plan/recently-used.js';
import type { KnownOperation } from './known-operation.js';
import type { ReportAnswer } from './report-answer.js';
import { ReportRefused } from './report-refused.js';
import { dateOfDay, UsageCounts, type CountedUse, type UsageCountsOptions } from './usage-counts.js';
import { isUseOfCoordinate } from './use-of-coordinate.js';

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
/** What a report holds at most: uses, and characters of the shapes that may go with them. */
const most = { uses: 1_000, shapes: 4_000_000 } as const;
/** A registry that is started anew misses a report or two, which is nothing to tell. */
const toldAfter = 3;

/** A report that was not taken yet. It is sent again unchanged, for the registry may have taken it and not been heard. */
interface Unanswered {
  readonly id: string;
  readonly uses: readonly CountedUse[];
  readonly unrecorded: number;
}

/**
 * Brings what was counted to the registry, each report once. What the registry does not answer waits, bounded, until it does; what it refuses is halved until only what
 * it refuses is left, which is counted by the coordinates on which it relies: nobody's request keeps those of others from being told.
 */
export class UsageReporter {
  readonly #options: UsageReporterOptions;
  /** Hashes of operations that the registry knows. */
  readonly #told = new RecentlyUsed<true>(knownAtMost);
  /** What is to be sent first, in this order. */
  #unanswered: Unanswered[] = [];
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
    return this.#unanswered.length > 0 || !this.#next.isEmpty;
  }

  /** Reports counts, and whatever waits before them. Never fails. */
  async report(counts: UsageCounts): Promise<void> {
    this.#busy = true;
    try {
      this.#next.addAll(counts);
      await this.#sendUnanswered();
      const { unrecorded } = this.#next;
      this.#unanswered = [...reportsOf(this.#next.uses(), unrecorded)];
      this.#next = new UsageCounts(this.#options);
      await this.#sendUnanswered();
      if (this.#failures >= toldAfter) this.#options.log.info({}, 'the registry takes the usage again');
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === toldAfter) this.#options.log.warn({ err: error }, 'the registry does not take the usage; it waits here, and is added up');
    } finally {
      this.#busy = false;
    }
  }

  async #sendUnanswered(): Promise<void> {
    for (let report = this.#unanswered[0]; report; report = this.#unanswered[0]) {
      try {
        await this.#send(report);
        this.#unanswered.shift();
      } catch (error) {
        if (!(error instanceof ReportRefused)) throw error;
        this.#unanswered.splice(0, 1, ...this.#whatIsLeftOf(report, error));
      }
    }
  }

  /** The halves of a report that was refused; of one that cannot be halved nothing, and its requests are told with the next, by the coordinates on which they rely. */
  #whatIsLeftOf({ uses, unrecorded }: Unanswered, refused: ReportRefused): readonly Unanswered[] {
    if (uses.length > 1) {
      const middle = Math.ceil(uses.length / 2);
      return [reportOf(uses.slice(0, middle), unrecorded), reportOf(uses.slice(middle))];
    }
    // An empty one that is refused would be refused for ever.
    if (uses.length === 0) throw refused;
    for (const use of uses) {
      const { operation, requests } = use;
      this.#options.log.error({ err: refused, requests, operation: operation.hash }, 'the registry refuses the report of these requests; they are told without their operation');
      if (isUseOfCoordinate(operation)) this.#next.addUnrecorded(requests);
      else this.#next.addByCoordinate(use);
    }
    this.#next.addUnrecorded(unrecorded);
    return [];
  }

  async #send({ id, uses, unrecorded }: Unanswered): Promise<void> {
    for (;;) {
      const untold = new Map(uses.filter(({ operation }) => !this.#told.get(operation.hash)).map(({ operation }) => [operation.hash, operation]));
      const { unknownOperations } = await this.#options.send({
        id,
        operations: [...untold.values()],
        uses: uses.map(({ operation, day, ...use }) => ({ ...use, day: dateOfDay(day), operation: operation.hash })),
        unrecorded,
      });
      for (const hash of untold.keys()) this.#told.set(hash, true);
      if (unknownOperations.length === 0) break;
      // It was set back to an older state, or has forgotten what was used long ago.
      if (unknownOperations.every((hash) => untold.has(hash))) throw new Error('The registry does not know operations that it was just told.');
      for (const hash of unknownOperations) this.#told.delete(hash);
    }
    if (unrecorded > 0) this.#options.log.warn({ requests: unrecorded }, 'there was no room to record these requests; the registry is told how many');
  }
}

function reportOf(uses: readonly CountedUse[], unrecorded = 0): Unanswered {
  return { id: randomUUID(), uses, unrecorded };
}

/** Uses as reports of bounded size, one at least: also that there is nothing is told. */
function* reportsOf(uses: readonly CountedUse[], unrecorded: number): Generator<Unanswered> {
  let held: CountedUse[] = [];
  let shapes = 0;
  for (const use of uses) {
    const shape = sizeOf(use.operation);
    if (held.length > 0 && (held.length >= most.uses || shapes + shape > most.shapes)) {
      yield reportOf(held);
      [held, shapes] = [[], 0];
    }
    held.push(use);
    shapes += shape;
  }
  yield reportOf(held, unrecorded);
}

function sizeOf({ signature, coordinates }: KnownOperation): number {
  return coordinates.reduce((sum, { length }) => sum + length, signature?.length ?? 0);
}
