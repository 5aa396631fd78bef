import type { Locale } from '@hub/schema/errors/locale.js';
import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '../acts/is-database-unavailable.js';
import type { LogWake } from '../log/log-wake.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import { requirePlace, type EventCursors, type LogPlace } from './event-cursors.js';
import type { EventLog } from './event-log.js';
import { ToldSubject } from './told-subject.js';

/** Events per reading; what is read and not yet taken is all that a slow subscriber costs. */
const pageSize = 100;
const lookAgainAfter = 30_000;
const shortestPause = 50;
const longestPause = 2_000;

export interface EventStreamOptions {
  readonly log: EventLog;
  readonly cursors: EventCursors;
  readonly wake: LogWake;
  readonly kinds: readonly string[] | undefined;
  readonly locale: Locale;
  /** Of subjects, those that are there for the caller of the context. */
  readonly there: (context: SubgraphContext, subjects: readonly ToldSubject[]) => Promise<ReadonlySet<ToldSubject>>;
}

interface Waiting {
  readonly subject: ToldSubject;
  /** Where a reader stands who has had it. */
  readonly place: LogPlace;
}

/**
 * A log read on from a place, subject by subject: first what stands there, then what comes, by the same loop, so that
 * there is no seam. Nothing is read before somebody asks for it.
 */
export class EventStream {
  readonly #options: EventStreamOptions;
  #place: LogPlace;
  #waiting: Waiting[] = [];

  private constructor(options: EventStreamOptions, place: LogPlace) {
    this.#options = options;
    this.#place = place;
  }

  /**
   * Opens a stream after a cursor; without one, at the head of the log.
   *
   * @throws GraphQLError with the codes of EventCursors.decode
   */
  static async open(options: EventStreamOptions, after: string | null | undefined): Promise<EventStream> {
    const stretch = await options.log.read(Number.MAX_SAFE_INTEGER, options.kinds, 1);
    const { epoch, head } = stretch;
    const place = after == null ? { epoch, position: head, offset: 0 } : options.cursors.decode(after, stretch, options.locale);
    return new EventStream(options, place);
  }

  /** The cursor from which reading goes on after what was taken. */
  get cursor(): string {
    return this.#options.cursors.encode(this.#place);
  }

  /** Of subjects that were peeked at, those that are there for the caller of the context. */
  there(context: SubgraphContext, subjects: readonly ToldSubject[]): Promise<ReadonlySet<ToldSubject>> {
    return this.#options.there(context, subjects);
  }

  /**
   * The next subjects, at most `count`; waits until there is one. None if the signal aborts first. A database that does not
   * answer is waited for.
   *
   * @throws GraphQLError with the codes of requirePlace, where the log was restored or archived under the reader
   */
  async peek(count: number, signal: AbortSignal): Promise<readonly ToldSubject[]> {
    let pause = shortestPause;
    while (this.#waiting.length === 0 && !signal.aborted) {
      const heard = this.#options.wake.heard;
      try {
        await this.#read();
        pause = shortestPause;
      } catch (error) {
        if (!isDatabaseUnavailable(error)) throw error;
        await delay(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(pause * 2, longestPause);
        continue;
      }
      if (this.#waiting.length === 0) await this.#options.wake.next(lookAgainAfter, signal, heard);
    }
    return signal.aborted ? [] : this.#waiting.slice(0, count).map(({ subject }) => subject);
  }

  /** Takes subjects that were peeked at. */
  take(count: number): void {
    const last = this.#waiting.splice(0, count).at(-1);
    if (last) this.#place = last.place;
  }

  async #read(): Promise<void> {
    const { log, kinds, locale } = this.#options;
    const { epoch, position, offset } = this.#place;
    const stretch = await log.read(position, kinds, pageSize);
    requirePlace(this.#place, stretch, locale);
    if (stretch.entries.length === 0) {
      // The offset belongs to the event after the position; it is kept as long as there is none.
      if (stretch.head > position) this.#place = { epoch, position: stretch.head, offset: 0 };
      return;
    }
    this.#waiting = stretch.entries.flatMap((entry) =>
      entry.subjectIds.flatMap((id, index) => {
        if (entry.position === position + 1 && index < offset) return [];
        const last = index === entry.subjectIds.length - 1;
        const place = last ? { epoch, position: entry.position, offset: 0 } : { epoch, position: entry.position - 1, offset: index + 1 };
        const { kind, occurredAt, stamps } = entry;
        return [{ subject: new ToldSubject({ id, kind, occurredAt, stamps, cursor: this.#options.cursors.encode(place) }), place }];
      }),
    );
    // A batch of which everything was had.
    const lastEntry = stretch.entries.at(-1);
    if (this.#waiting.length === 0 && lastEntry) this.#place = { epoch, position: lastEntry.position, offset: 0 };
  }

  /** GraphQL asks for it of what a subscription begins with; events are delivered by deliverEvents, each with its own context. */
  [Symbol.asyncIterator](): AsyncIterator<ToldSubject> {
    throw new Error('An EventStream is read by deliverEvents alone, which gives each event a context of its own.');
  }
}
