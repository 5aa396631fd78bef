import { hold, subscriptionClient, type HeldSubscription } from '@hub/kernel/testing/subscription-client.js';
import { setTimeout as delay } from 'node:timers/promises';

/** What a follower subscribes to, and where. */
export interface Followed<Data> {
  /** Where it subscribes next. */
  readonly url: () => string;
  readonly token: () => Promise<string>;
  /** With the variable `after`. */
  readonly query: string;
  readonly idOf: (data: Data) => string;
  /** The cursor it begins with. */
  readonly after: string;
}

/** Who follows a subscription: whatever ends it, they come back with the last cursor that they were given. */
export class Follower<Data> {
  readonly #followed: Followed<Data>;
  /** What earlier subscriptions brought. */
  readonly #before: string[] = [];
  /** How often it had to come back. */
  returns = 0;
  #cursor: string;
  #held: HeldSubscription<Data> | undefined;
  #stopped = false;
  readonly #following: Promise<void>;

  constructor(followed: Followed<Data>) {
    this.#followed = followed;
    this.#cursor = followed.after;
    this.#following = this.#follow();
  }

  /** Ids of all that came, in the order in which it came. */
  get had(): readonly string[] {
    return [...this.#before, ...(this.#held?.received ?? []).map(({ data }) => this.#followed.idOf(data))];
  }

  /** Breaks off what goes on now, as when a connection is lost. */
  async breakOff(): Promise<void> {
    await this.#held?.leave();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.breakOff();
    await this.#following;
  }

  async #follow(): Promise<void> {
    const { url, token, query, idOf } = this.#followed;
    while (!this.#stopped) {
      const client = subscriptionClient(url(), { authorization: `Bearer ${await token()}` });
      const held = hold<Data>(client, { query, variables: { after: this.#cursor } });
      this.#held = held;
      await held.ended;
      await held.leave();
      for (const { data, extensions } of held.received) {
        this.#before.push(idOf(data));
        this.#cursor = extensions.cursor;
      }
      this.#held = undefined;
      if (!this.#stopped) this.returns += 1;
      await delay(200);
    }
  }
}
