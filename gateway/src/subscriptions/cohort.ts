import { setTimeout as delay } from 'node:timers/promises';
import type { ClientSubscription } from './client-subscription.js';
import { EventReading } from './event-reading.js';
import type { OwnersError, OwnerSockets } from './owner-sockets.js';
import type { EventResult, SubscriptionPlan } from './subscription-plan.js';
import type { TokenBearer } from './token-bearer.js';

/** How long the others wait for one whose queue is full before it goes its own way. */
const grace = 100;

/** What a cohort tells the group it belongs to. */
export interface CohortWatch {
  /** These cannot keep up: they go on by themselves, after this cursor. */
  apart(slow: readonly ClientSubscription[], cursor: string | undefined): void;
  /** The cohort stands at another cursor than before. */
  moved(): void;
  /** Something unexpected happened; all members are to be ended. */
  failed(error: unknown): void;
}

/** Subscriptions of a group that stand at the same place of the log: one reading serves them all. */
export class Cohort {
  readonly members = new Set<ClientSubscription>();
  /** Whether it stands where who begins now begins. */
  live: boolean;
  readonly #watch: CohortWatch;
  readonly #reading: EventReading;
  #cursor: string | undefined;
  #stopped = false;
  #joined: () => void = () => undefined;

  constructor(sockets: OwnerSockets, plan: SubscriptionPlan, cursor: string | undefined, members: readonly ClientSubscription[], watch: CohortWatch) {
    this.#cursor = cursor;
    this.live = cursor === undefined;
    this.#watch = watch;
    for (const member of members) this.members.add(member);
    this.#reading = new EventReading(sockets, plan, cursor, {
      bearer: () => latestToExpire(this.members),
      begins: (begin) => this.#moveTo(begin),
      take: (result) => this.#take(result),
      tokenRefused: (authorization, error) => {
        for (const member of [...this.members]) if (member.bearer.authorization === authorization) member.end(error);
      },
      refused: (error) => this.#endAll(error),
      failed: (error) => watch.failed(error),
    });
  }

  /** Up to where all members were given everything; undefined until the owner has told where reading began. */
  get cursor(): string | undefined {
    return this.#cursor;
  }

  /** Takes in a subscription that stands where the cohort does, or that begins now. */
  add(member: ClientSubscription): void {
    if (this.#cursor !== undefined) member.beginsAt(this.#cursor);
    this.members.add(member);
    this.#joined();
  }

  replan(plan: SubscriptionPlan): void {
    this.#reading.replan(plan);
  }

  /** Ends the reading; whoever was here is elsewhere now, or gone. */
  stop(): void {
    this.#stopped = true;
    this.members.clear();
    this.#reading.stop();
  }

  async #take(result: EventResult): Promise<void> {
    await this.#room();
    if (this.#stopped) return;
    this.#cursor = result.extensions.cursor;
    for (const member of this.members) member.give(result);
    this.#watch.moved();
  }

  /** Waits until all can take one more; who cannot for a while leaves the others. */
  async #room(): Promise<void> {
    for (;;) {
      const full = this.#full();
      if (full.length === 0) return;
      const drained = full.map(({ queue }) => queue.drained());
      if (full.length === this.members.size) {
        // They wait for themselves alone: who begins now does not begin here, and who joins is not held up.
        this.live = false;
        await Promise.race([...drained, new Promise<void>((resolve) => (this.#joined = resolve))]);
      }
      await Promise.race([Promise.all(drained), delay(grace)]);
      const slow = this.#full();
      if (slow.length === 0 || slow.length === this.members.size) continue;
      for (const member of slow) this.members.delete(member);
      this.#watch.apart(slow, this.#cursor);
      return;
    }
  }

  #full(): ClientSubscription[] {
    return [...this.members].filter(({ queue }) => queue.full);
  }

  #moveTo(cursor: string): void {
    this.#cursor = cursor;
    for (const member of this.members) member.beginsAt(cursor);
    this.#watch.moved();
  }

  #endAll(error: OwnersError): void {
    for (const member of [...this.members]) member.end(error);
  }
}

function latestToExpire(members: ReadonlySet<ClientSubscription>): TokenBearer | undefined {
  let latest: TokenBearer | undefined;
  for (const { bearer } of members) if (!latest || bearer.expiresAt > latest.expiresAt) latest = bearer;
  return latest;
}
