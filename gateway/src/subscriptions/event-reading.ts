import { setTimeout as delay } from 'node:timers/promises';
import type { OwnersError, OwnerSockets, Stretch, StretchEnd } from './owner-sockets.js';
import type { OwnersEvent } from './owners-event.js';
import type { EventResult, SubscriptionPlan } from './subscription-plan.js';
import type { TokenBearer } from './token-bearer.js';

/** What has been read from the owner and not been taken yet; then reading stops, and goes on when it is taken. */
const longestBacklog = 64;
/** So many events are completed at a time; they are taken in order. */
const completedAhead = 8;
const shortestPause = 50;
const longestPause = 5_000;

/** For whom events are read. */
export interface EventReader {
  /** Whose token the owners are asked with; undefined when there is nobody left. */
  bearer(): TokenBearer | undefined;
  /** Learns where reading began, where no cursor said so. */
  begins(cursor: string): void;
  /** Takes an event; the next is taken when this resolves. */
  take(result: EventResult): Promise<void> | void;
  /** An owner does not know the bearer of this token any more. */
  tokenRefused(authorization: string, error: OwnersError): void;
  /** The owner does not go on, for a reason that holds for everybody. */
  refused(error: OwnersError): void;
  /** Something unexpected happened in the gateway itself. */
  failed(error: unknown): void;
}

interface Ahead {
  readonly event: OwnersEvent;
  readonly result: Promise<EventResult | undefined> | undefined;
}

/**
 * Reads an owner's events after a cursor until it is stopped: over broken connections, restarts of the owner and expired tokens,
 * each time after the last event that was taken.
 */
export class EventReading {
  readonly #sockets: OwnerSockets;
  readonly #reader: EventReader;
  readonly #stop = new AbortController();
  #plan: SubscriptionPlan;
  #cursor: string | undefined;
  #stretch: Stretch | undefined;

  constructor(sockets: OwnerSockets, plan: SubscriptionPlan, cursor: string | undefined, reader: EventReader) {
    this.#sockets = sockets;
    this.#plan = plan;
    this.#cursor = cursor;
    this.#reader = reader;
    this.#run().catch((error: unknown) => reader.failed(error));
  }

  /** Goes on by another plan, from the next event on. */
  replan(plan: SubscriptionPlan): void {
    this.#plan = plan;
    // What the owner has sent, and what waits, lacks what the new plan may need: it is read again.
    this.#stretch?.stop();
  }

  stop(): void {
    this.#stop.abort();
    this.#stretch?.stop();
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async #run(): Promise<void> {
    let pause = shortestPause;
    while (!this.#stopped) {
      const bearer = this.#reader.bearer();
      if (!bearer) return;
      const { authorization } = bearer;
      const before = this.#cursor;
      const end = await this.#read(bearer);
      if (this.#cursor !== before) pause = shortestPause;
      if (this.#stopped) return;
      if (end.kind === 'interrupted') {
        await delay(pause, undefined, { signal: this.#stop.signal }).catch(() => undefined);
        pause = Math.min(pause * 2, longestPause);
      } else if (end.kind === 'refused') {
        if (end.error.extensions?.['code'] !== 'UNAUTHENTICATED') return this.#reader.refused(end.error);
        this.#reader.tokenRefused(authorization, end.error);
      }
    }
  }

  /** Reads one stretch, and takes what it told before it tells how it ended. */
  async #read(bearer: TokenBearer): Promise<StretchEnd> {
    const plan = this.#plan;
    const waiting: OwnersEvent[] = [];
    let taking: Promise<unknown> | undefined;
    let failure: { readonly error: unknown } | undefined;
    const stretch = this.#sockets.read(plan, bearer, this.#cursor, (event) => {
      // What comes after a full backlog is read again, after the last event that was taken.
      if (waiting.length >= longestBacklog) return stretch.stop();
      waiting.push(event);
      taking ??= takeAll();
    });
    const takeAll = async () => {
      try {
        await this.#takeAll(plan, waiting, bearer);
      } catch (error) {
        failure = { error };
        stretch.stop();
      }
      taking = undefined;
    };
    this.#stretch = stretch;
    const end = await stretch.ended;
    await taking;
    if (failure) throw failure.error;
    return end;
  }

  /** Takes what waits, in order, until nothing does; what it leaves behind is read again. */
  async #takeAll(plan: SubscriptionPlan, waiting: OwnersEvent[], bearer: TokenBearer): Promise<void> {
    const ahead: Ahead[] = [];
    for (;;) {
      while (ahead.length < completedAhead) {
        const event = waiting.shift();
        if (!event) break;
        ahead.push(this.#complete(plan, event, bearer));
      }
      const next = ahead.shift();
      if (!next || this.#stopped || plan !== this.#plan || !(await this.#take(next))) return;
    }
  }

  #complete(plan: SubscriptionPlan, event: OwnersEvent, bearer: TokenBearer): Ahead {
    // The owner that was asked with the bearer's token knows it; the others are asked with the one in force now.
    const told = event.data != null || event.errors !== undefined;
    const result = told ? plan.complete(event, this.#reader.bearer() ?? bearer, this.#stop.signal) : undefined;
    result?.catch(() => undefined);
    return { event, result };
  }

  /** @returns whether reading may go on after it */
  async #take({ event, result }: Ahead): Promise<boolean> {
    const { cursor } = event.extensions;
    if (result) {
      const completed = await result;
      if (this.#stopped) return false;
      if (!completed) {
        this.#stretch?.stop();
        return false;
      }
      await this.#reader.take(completed);
      if (this.#stopped) return false;
    } else if (this.#cursor === undefined) {
      this.#reader.begins(cursor);
    }
    this.#cursor = cursor;
    return true;
  }
}
