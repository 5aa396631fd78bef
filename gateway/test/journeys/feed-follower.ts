import { hold, subscriptionClient, type HeldSubscription } from '@hub/kernel/testing/subscription-client.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import type { JourneyHub } from './journey-hub.js';

interface Fed {
  readonly exchangeEvents: { readonly exchangeEvent: { readonly id: string } };
}

const query = 'subscription ($after: String) { exchangeEvents(after: $after) { exchangeEvent { id } } }';

/** A partner who follows the feed of all events: whatever ends the subscription, it comes back with the last cursor that it was given. */
export class FeedFollower {
  /** What earlier subscriptions brought. */
  readonly #before: string[] = [];
  /** How often it had to come back. */
  returns = 0;
  readonly #hub: JourneyHub;
  readonly #door: 'gateway' | 'exchange';
  readonly #asker: Asker;
  #cursor: string;
  #held: HeldSubscription<Fed> | undefined;
  #stopped = false;
  #following: Promise<void>;

  /** @param door at the gateway, or at the owner of the feed itself */
  constructor(hub: JourneyHub, asker: Asker, door: 'gateway' | 'exchange', after: string) {
    this.#hub = hub;
    this.#door = door;
    this.#asker = asker;
    this.#cursor = after;
    this.#following = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#held?.leave();
    await this.#following;
  }

  async #follow(): Promise<void> {
    const authorization = `Bearer ${await this.#hub.token(this.#asker)}`;
    while (!this.#stopped) {
      const client = subscriptionClient(this.#url, { authorization });
      const held = hold<Fed>(client, { query, variables: { after: this.#cursor } });
      this.#held = held;
      await held.ended;
      await held.leave();
      for (const { data, extensions } of held.received) {
        this.#before.push(data.exchangeEvents.exchangeEvent.id);
        this.#cursor = extensions.cursor;
      }
      this.#held = undefined;
      if (!this.#stopped) this.returns += 1;
      await delay(200);
    }
  }

  get #url(): string {
    return this.#door === 'gateway' ? this.#hub.url : (this.#hub.subgraphs['exchange'] ?? '');
  }

  /** Ids of all events that came, in the order in which they came. */
  get followed(): readonly string[] {
    return [...this.#before, ...(this.#held?.received ?? []).map(({ data }) => data.exchangeEvents.exchangeEvent.id)];
  }
}
