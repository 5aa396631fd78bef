import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';
import type { LogPage, ReceivedEvent } from '../log/event.js';
import type { Logger } from '../service/logger.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import { inUnitOfWork } from '../unit-of-work/unit-of-work.js';
import type { InboxHandler } from './inbox-handler.js';

/** Where a receiver stands in one source's log. */
interface Cursor {
  epoch: string;
  position: number;
}

export interface InboxReaderOptions<Tx extends Transaction> {
  /** This owner. */
  readonly owner: string;
  /** The owner whose log is read, and where its subgraph listens. */
  readonly source: string;
  readonly sourceUrl: () => string;
  /** Which of its logs: that of its events, or its audit log. */
  readonly from?: 'events' | 'audit';
  readonly pageSize?: number;
  readonly database: Database<Tx>;
  readonly token: () => Promise<string>;
  readonly handlerOf: (kind: string) => InboxHandler<Tx> | undefined;
  /**
   * What is kept of an event for its own sake, such as that a party is suspended: before the handler, which may rest on it, and once more where a source that was restored
   * tells of it again. Ahead of its turn where an event before it cannot be taken in, for it must not wait until that can be.
   */
  readonly keeperOf?: (kind: string) => InboxHandler<Tx> | undefined;
  /** Called after events have been committed, with their kinds. */
  readonly onTaken?: (kinds: ReadonlySet<string>) => Promise<void>;
  /**
   * Called after the place was read from the database, at the start and after a fault, and where the source was restored: another process of this owner may have taken
   * in what lies before it, and this one is told of none of that.
   */
  readonly onPlaceRead?: () => Promise<void>;
  /** Called, and waited for, whenever the log was read and all that was in it has taken effect, or is at least kept, also where nothing was. */
  readonly onHeard?: () => unknown;
  /**
   * What is done with an event that was taken in before and is told again, in the log of a source that was restored: what only keeps the source's state
   * takes it in once more. Nothing where it is absent.
   */
  readonly againHandlerOf?: (kind: string) => InboxHandler<Tx> | undefined;
  /** What the source is told with each question. */
  readonly headers?: () => Readonly<Record<string, string>>;
  /** For how many seconds the source may keep a reading waiting for news; 25 unless it says otherwise. */
  readonly waitSeconds?: number;
  readonly log: Logger;
}

/**
 * The place of a log goes on and not back, however many processes of an owner read it; one that begins anew was read up to nowhere. What is kept up to is the place before this one, or
 * further where it was read ahead.
 */
const keepPlace = `
  INSERT INTO kernel.inbox_cursor (source, epoch, position, heard_at) VALUES ($1, $2::uuid, $3::bigint, coalesce($4::timestamptz, to_timestamp(0)))
  ON CONFLICT (source) DO UPDATE SET epoch = excluded.epoch, heard_at = coalesce($4::timestamptz, inbox_cursor.heard_at),
    position = CASE WHEN inbox_cursor.epoch = excluded.epoch THEN greatest(inbox_cursor.position, excluded.position) ELSE excluded.position END,
    kept_up_to = CASE WHEN inbox_cursor.epoch = excluded.epoch THEN greatest(inbox_cursor.position, inbox_cursor.kept_up_to) ELSE 0 END`;
/** Tells whether the event is new, and up to where is kept already what is only kept. */
const takeInAt = `
  WITH place AS (${keepPlace} RETURNING kept_up_to::float8 AS kept),
    fresh AS (INSERT INTO kernel.inbox_event (source, event_id) VALUES ($1, $5::uuid) ON CONFLICT DO NOTHING RETURNING event_id)
  SELECT place.kept, EXISTS (SELECT 1 FROM fresh) AS fresh FROM place`;

const standardPageSize = 200;
const longestWait = 25;
const shortestPause = 100;
const longestPause = 5_000;
/** Where all start at once, a source comes up within seconds, and the reader is not ready before it. */
const longestAtStart = 500;
/** Where an event cannot be taken in, what follows is still kept within two seconds. */
const longestWhileStuck = 1_000;
/** How long a source may stay away before that is told: whoever starts finds peers that start too. */
const patience = 15_000;

/**
 * Reads one owner's log and takes its events in: each exactly once, in order, in one transaction with the cursor.
 *
 * The source may be down: reading goes on when it is back. An event whose handler fails is tried again and holds back
 * those behind it, because what follows may rest on it; it is logged and shown by `stuckOn`. What is only kept of those behind it is kept meanwhile.
 */
export class InboxReader<Tx extends Transaction> {
  readonly #options: InboxReaderOptions<Tx>;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #caughtUp = false;
  #fault: string | undefined;
  #stuckOn: string | undefined;
  /** Kinds that were taken in and not told yet. */
  readonly #untold = new Set<string>();

  constructor(options: InboxReaderOptions<Tx>) {
    this.#options = options;
  }

  get #pageSize(): number {
    return this.#options.pageSize ?? standardPageSize;
  }

  get #waitSeconds(): number {
    return this.#options.waitSeconds ?? longestWait;
  }

  /** Under which name the place is kept: each log of a source has one of its own. */
  get #placeName(): string {
    const { source, from = 'events' } = this.#options;
    return from === 'events' ? source : `${source} ${from}`;
  }

  /** Whether the source's log has been read to its end at least once since the start. */
  get caughtUp(): boolean {
    return this.#caughtUp;
  }

  /** What keeps the source from being read, for the moment. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** The event whose handler fails and that holds back those behind it, with the reason. */
  get stuckOn(): string | undefined {
    return this.#stuckOn;
  }

  /** Begins to read, until it is stopped. @returns when the source has been asked once, whatever came of it */
  start(): Promise<void> {
    return new Promise((askedOnce) => {
      this.#running = this.#run(askedOnce);
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(askedOnce: () => void): Promise<void> {
    let pause = shortestPause;
    let away: { readonly since: number; told: boolean } | undefined;
    let cursor: Cursor | undefined | 'unread' = 'unread';
    while (!this.#stop.signal.aborted) {
      try {
        cursor = await this.#readPage(cursor === 'unread' ? await this.#cursor() : cursor);
        this.#fault = undefined;
        away = undefined;
        pause = shortestPause;
        askedOnce();
      } catch (error) {
        askedOnce();
        if (this.#stop.signal.aborted) return;
        cursor = 'unread';
        this.#fault = error instanceof Error ? error.message : String(error);
        away ??= { since: Date.now(), told: false };
        if (!away.told && Date.now() - away.since >= patience) {
          away.told = true;
          this.#options.log.warn({ source: this.#options.source, fault: this.#fault }, 'inbox waits');
        }
        if (this.#stuckOn !== undefined) await this.#keepAhead();
        await delay(pause, undefined, { signal: this.#stop.signal }).catch(() => undefined);
        pause = Math.min(pause * 2, this.#longestPause);
      }
    }
  }

  get #longestPause(): number {
    if (!this.#caughtUp) return longestAtStart;
    return this.#stuckOn !== undefined && this.#options.keeperOf ? longestWhileStuck : longestPause;
  }

  /** Takes in the next page and gives where the reader stands after it. */
  async #readPage(cursor: Cursor | undefined): Promise<Cursor> {
    const { source, log, database } = this.#options;
    await this.#tell();
    const askedAt = new Date();
    // The first reading does not wait: whoever starts wants to know soon where it stands.
    const page = await this.#fetch(cursor, this.#caughtUp ? this.#waitSeconds : 0);
    if (cursor && page.epoch !== cursor.epoch) {
      log.warn({ source, from: cursor.epoch, to: page.epoch }, 'the source was restored; its log is read again from the start');
      const start = { epoch: page.epoch, position: 0 };
      await this.#keepCursor(database, start);
      await this.#options.onPlaceRead?.();
      return start;
    }
    const next = { epoch: page.epoch, position: page.upTo };
    // Behind a full page there may be more: only then is everything heard that was there when it was asked for.
    const heard = page.events.length < this.#pageSize;
    const last = page.events.at(-1);
    try {
      for (const event of page.events) {
        const place = event === last ? next : { epoch: page.epoch, position: event.position };
        await this.#takeIn({ ...event, source }, place, event === last && heard ? askedAt : undefined);
        this.#untold.add(event.kind);
      }
    } finally {
      // What was committed takes effect, also where a later event of the page fails.
      await this.#tell();
    }
    // With the last event it was kept already.
    if (!last) await this.#keepCursor(database, next, askedAt);
    if (heard) {
      this.#caughtUp = true;
      await this.#options.onHeard?.();
    }
    return next;
  }

  async #tell(): Promise<void> {
    if (this.#untold.size === 0) return;
    await this.#options.onTaken?.(this.#untold);
    this.#untold.clear();
  }

  async #takeIn(event: ReceivedEvent, place: Cursor, heardUpTo: Date | undefined): Promise<void> {
    const { owner, database, source, log } = this.#options;
    const circumstances = { owner, at: new Date(), actor: null, causedBy: [`${source}:${event.id}`] };
    try {
      await inUnitOfWork(database, circumstances, async (unit) => {
        const [taken] = await unit.tx.$queryRawUnsafe<{ kept: number; fresh: boolean }[]>(takeInAt, this.#placeName, place.epoch, place.position, heardUpTo ?? null, event.id);
        if (event.position > (taken?.kept ?? 0)) await this.#options.keeperOf?.(event.kind)?.(unit, event, log);
        const handler = taken?.fresh ? this.#options.handlerOf(event.kind) : this.#options.againHandlerOf?.(event.kind);
        await handler?.(unit, event, log);
      });
      // Both at once: what is taken in is neither stuck nor kept away, though its page may have more to come.
      this.#stuckOn = undefined;
      this.#fault = undefined;
    } catch (error) {
      const stuckOn = `${event.kind} ${event.id}`;
      if (this.#stuckOn !== stuckOn) log.error({ err: error, source, event: event.id, kind: event.kind }, 'an event cannot be taken in');
      this.#stuckOn = stuckOn;
      throw error;
    }
  }

  /** Keeps what is only kept of the events from that on which cannot be taken in. What of it fails is tried again with that event. */
  async #keepAhead(): Promise<void> {
    const { keeperOf, source, onHeard } = this.#options;
    if (!keeperOf) return;
    try {
      for (let more = true; more; ) {
        const from = await this.#keptUpTo();
        const page = await this.#fetch(from, 0);
        if (from && page.epoch !== from.epoch) return;
        for (const event of page.events) await this.#keep(page.epoch, { ...event, source }, keeperOf(event.kind));
        await this.#tell();
        await this.#notePlaceAhead(this.#options.database, { epoch: page.epoch, position: page.upTo });
        more = page.events.length === this.#pageSize;
      }
      await onHeard?.();
    } catch (error) {
      this.#fault = `${this.#fault}; what follows is not kept: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async #keep(epoch: string, event: ReceivedEvent, keeper: InboxHandler<Tx> | undefined): Promise<void> {
    if (!keeper) return;
    const { owner, database, source, log } = this.#options;
    await inUnitOfWork(database, { owner, at: new Date(), actor: null, causedBy: [`${source}:${event.id}`] }, async (unit) => {
      // Another process of this owner may have come to it meanwhile, in its turn or ahead of it.
      if (await this.#notePlaceAhead(unit.tx, { epoch, position: event.position })) await keeper(unit, event, log);
    });
    this.#untold.add(event.kind);
  }

  async #fetch(cursor: Cursor | undefined, waitSeconds: number): Promise<LogPage> {
    const { sourceUrl, token } = this.#options;
    const url = new URL(`/${this.#options.from ?? 'events'}`, sourceUrl());
    url.searchParams.set('after', String(cursor?.position ?? 0));
    url.searchParams.set('limit', String(this.#pageSize));
    if (cursor) url.searchParams.set('epoch', cursor.epoch);
    url.searchParams.set('wait', String(waitSeconds));
    const response = await request(url, {
      headers: { ...this.#options.headers?.(), authorization: `Bearer ${await token()}` },
      signal: this.#stop.signal,
      headersTimeout: (waitSeconds + 10) * 1000,
      bodyTimeout: 30_000,
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      throw new Error(`the log of ${this.#options.source} answered ${response.statusCode}`);
    }
    return (await response.body.json()) as LogPage;
  }

  async #cursor(): Promise<Cursor | undefined> {
    const [row] = await this.#options.database.$queryRawUnsafe<Cursor[]>(
      'SELECT epoch::text, position::float8 AS position FROM kernel.inbox_cursor WHERE source = $1',
      this.#placeName,
    );
    await this.#options.onPlaceRead?.();
    return row;
  }

  /** Up to where the log was read, in turn or ahead of it. */
  async #keptUpTo(): Promise<Cursor | undefined> {
    const [row] = await this.#options.database.$queryRawUnsafe<Cursor[]>(
      'SELECT epoch::text, greatest(position, kept_up_to)::float8 AS position FROM kernel.inbox_cursor WHERE source = $1',
      this.#placeName,
    );
    return row;
  }

  /** Notes up to where is kept what is only kept, and holds the place to the commit. @returns whether it was not kept up to there before */
  async #notePlaceAhead(tx: Transaction, { epoch, position }: Cursor): Promise<boolean> {
    const noted = await tx.$executeRawUnsafe(
      `INSERT INTO kernel.inbox_cursor (source, epoch, position, heard_at, kept_up_to) VALUES ($1, $2::uuid, 0, to_timestamp(0), $3::bigint)
       ON CONFLICT (source) DO UPDATE SET kept_up_to = excluded.kept_up_to
       WHERE inbox_cursor.epoch = excluded.epoch AND greatest(inbox_cursor.position, inbox_cursor.kept_up_to) < excluded.kept_up_to`,
      this.#placeName,
      epoch,
      position,
    );
    return noted === 1;
  }

  /** @param heardUpTo a time up to which everything has been taken in; undefined where that is as it was */
  async #keepCursor(tx: Transaction, cursor: Cursor, heardUpTo?: Date): Promise<void> {
    await tx.$executeRawUnsafe(keepPlace, this.#placeName, cursor.epoch, cursor.position, heardUpTo ?? null);
  }
}
