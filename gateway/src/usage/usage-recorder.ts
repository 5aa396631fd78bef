import type { Logger } from '@hub/kernel/service/logger.js';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { DailyBounds, isParty } from './daily-bounds.js';
import { knownOperation, type KnownOperation } from './known-operation.js';
import { dayAt, UsageCounts, type UsageCountsOptions, type UsingClient } from './usage-counts.js';
import type { UsageReporter } from './usage-reporter.js';

export interface UsageRecorderOptions extends UsageCountsOptions {
  readonly reporter: UsageReporter;
  readonly log: Logger;
  /** Milliseconds between two reports. */
  readonly every: number;
}

/** Milliseconds between two reports at most. */
const leastEvery = 60_000;

interface Known {
  readonly schema: GraphQLSchema;
  readonly byName: Map<string, KnownOperation>;
}

/**
 * Counts who uses which operation (5.4.3 c), and reports it to the registry from time to time. An operation's shape is read once, from then on a request costs one
 * look-up. With the registry down what was counted waits, and goes on being added up.
 */
export class UsageRecorder {
  readonly #options: UsageRecorderOptions;
  readonly #known = new WeakMap<DocumentNode, Known>();
  readonly #bounds = new DailyBounds();
  readonly #timer: NodeJS.Timeout;
  #counts: UsageCounts;
  /** The time of the last report. */
  #reportedAt = Date.now();
  #reporting: Promise<void>;

  constructor(options: UsageRecorderOptions) {
    this.#options = options;
    this.#counts = new UsageCounts(options);
    // At once, and empty: the registry then knows from which day on all is recorded.
    this.#reporting = options.reporter.report(this.#counts);
    this.#timer = setInterval(() => this.report(), options.every).unref();
  }

  /** Counts one request for an operation of a valid document. */
  count(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined, client: UsingClient): void {
    const { partyId } = client;
    // Every owner refuses it: nothing that it asks can break.
    if (!isParty(partyId)) return;
    try {
      const operation = this.#operationOf(schema, document, operationName);
      const now = Date.now();
      const named = this.#bounds.admit(operation.hash, client, dayAt(now));
      if (named === undefined) this.#counts.addByCoordinate({ operation, partyId, day: dayAt(now), requests: 1 });
      else this.#counts.count(operation, { partyId, client: named }, now);
    } catch (error) {
      // No request fails for being counted.
      this.#options.log.error({ err: error }, 'a request could not be counted');
      this.#counts.addUnrecorded(1);
    }
  }

  /** Reports what was counted, unless a report is under way; each minute, and on each day, also that nothing was: of a gateway that runs on and tells nothing the registry knows nothing. */
  report(now = Date.now()): void {
    const { reporter } = this.#options;
    const recent = now - this.#reportedAt < leastEvery && dayAt(now) === dayAt(this.#reportedAt);
    if (reporter.busy || (this.#counts.isEmpty && !reporter.waiting && recent)) return;
    this.#reportedAt = now;
    const counts = this.#counts;
    this.#counts = new UsageCounts(this.#options);
    this.#reporting = reporter.report(counts);
  }

  /** Reports what is left; what the registry does not take then is lost. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reporting;
    this.report();
    await this.#reporting;
  }

  #operationOf(schema: GraphQLSchema, document: DocumentNode, operationName = ''): KnownOperation {
    let known = this.#known.get(document);
    if (known?.schema !== schema) this.#known.set(document, (known = { schema, byName: new Map() }));
    let operation = known.byName.get(operationName);
    if (!operation) known.byName.set(operationName, (operation = knownOperation(schema, document, operationName || undefined)));
    return operation;
  }
}
