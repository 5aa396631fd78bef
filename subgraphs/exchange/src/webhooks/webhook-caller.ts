import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import type { RunningWork, SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import { withEither } from '@hub/kernel/service/with-either.js';
import type { Agent } from 'undici';
import type { Context } from '../context.js';
import type { WebhookSettings } from '../domain/webhook-settings.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { webhookDeliveries, type ClaimedWebhook, type DeliveryNote, type WebhookDeliveries } from '../repository/webhook-deliveries.js';
import { callDispatcher, mostCallsAtOnce } from './call-dispatcher.js';
import { callReceiver } from './call-receiver.js';
import { deliver } from './deliver.js';
import { nextFeedEvent } from './next-feed-event.js';

const lookAgainAfter = 30_000;
const shortestWait = 20;
const afterFault = 5_000;

/**
 * Calls webhooks (5.4.3 b): each is claimed for one call, which is noted with its outcome in one transaction, and then the next. What
 * was called and not noted, because the process was killed, is called again when the lease has ended.
 */
export class WebhookCaller implements RunningWork {
  readonly #engine: SubgraphEngine<ExchangeDatabase, Context>;
  readonly #settings: WebhookSettings;
  readonly #deliveries: WebhookDeliveries;
  readonly #dispatcher: Agent;
  readonly #stop = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  readonly #leaseSeconds: number;
  readonly #running: Promise<void>;

  constructor(engine: SubgraphEngine<ExchangeDatabase, Context>, settings: WebhookSettings) {
    this.#engine = engine;
    this.#settings = settings;
    this.#deliveries = webhookDeliveries(engine.database);
    this.#dispatcher = callDispatcher(settings.allowedHosts, settings.timeoutSeconds);
    this.#leaseSeconds = settings.timeoutSeconds * 2 + 5;
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await Promise.all(this.#underWay);
    await this.#dispatcher.destroy();
  }

  async #run(): Promise<void> {
    const { wake, log } = this.#engine;
    while (!this.#stop.signal.aborted) {
      const heard = wake.heard;
      // Before it is asked what is due: one that ends during the question has changed the answer.
      const underWay = [...this.#underWay];
      let wait = lookAgainAfter;
      try {
        if (this.#underWay.size >= mostCallsAtOnce) {
          // Nothing can be begun, so nothing is asked. Where it stops, what is under way is given up and ends.
          await Promise.race(this.#underWay);
          continue;
        }
        const webhook = await this.#deliveries.claim(this.#leaseSeconds);
        if (webhook) {
          this.#begin(webhook);
          continue;
        }
        wait = Math.min(Math.max((await this.#deliveries.nextClaimIn()) ?? wait, shortestWait), wait);
      } catch (error) {
        if (!isDatabaseUnavailable(error)) log.error({ err: error }, 'webhooks cannot be called');
        wait = afterFault;
      }
      await this.#until(wait, heard, underWay);
    }
  }

  /** Waits for news of the feed, for a call that ends, or for a time. */
  async #until(milliseconds: number, heard: number, underWay: readonly Promise<void>[]): Promise<void> {
    await withEither([this.#stop.signal], (either) => Promise.race([this.#engine.wake.next(milliseconds, either, heard), ...underWay]));
  }

  #begin(webhook: ClaimedWebhook): void {
    const delivering = this.#deliver(webhook).finally(() => this.#underWay.delete(delivering));
    this.#underWay.add(delivering);
  }

  async #deliver(webhook: ClaimedWebhook): Promise<void> {
    const { log } = this.#engine;
    let note: DeliveryNote;
    try {
      note = await this.#noteOf(webhook);
    } catch (error) {
      // Not the receiver's fault, and no attempt.
      if (!isDatabaseUnavailable(error)) log.error({ err: error, webhook: webhook.id }, 'a webhook could not be called');
      note = { delay: afterFault };
    }
    // What cannot be noted is called again after the lease.
    await this.#deliveries.note(webhook, note).catch((error: unknown) => log.warn({ err: error, webhook: webhook.id }, 'a call of a webhook could not be noted'));
  }

  #noteOf(webhook: ClaimedWebhook): Promise<DeliveryNote> {
    const { contextOf, members, environment } = this.#engine;
    const { timeoutSeconds } = this.#settings;
    // Where deciding took long, a call might outlast the lease: then it is not made.
    const latest = Date.now() + (this.#leaseSeconds - timeoutSeconds) * 1000;
    // A replica that was not filled yet says nothing about anybody.
    if (members() === 0) return Promise.resolve({ delay: afterFault });
    return deliver({
      webhook,
      settings: this.#settings,
      maskKey: environment.maskKey,
      next: async (member) => {
        const context = await contextOf(member, 'en');
        return context && nextFeedEvent(this.#engine, context, webhook);
      },
      call: async (call) => {
        if (Date.now() > latest) return undefined;
        return callReceiver({ ...call, dispatcher: this.#dispatcher, timeoutSeconds, signal: this.#stop.signal });
      },
    });
  }
}
