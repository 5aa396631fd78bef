import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import type { Seen, SubscriberOptions } from './subscriber.js';
import type { Look, Order, Report } from './subscribers-process.js';

const patience = 300_000;

/** Subscribers in a process of their own, so that what they do is not the gateway's. */
export class Subscribers {
  readonly #child = fork(fileURLToPath(new URL('./subscribers-process.js', import.meta.url)), { execArgv: ['--max-old-space-size=2048'] });

  /** Connects them, some every fifty milliseconds, and waits until the gateway holds all. */
  async hold(subscribers: readonly SubscriberOptions[], atOnce = 25): Promise<void> {
    this.#say({ kind: 'hold', subscribers, atOnce });
    await this.until(({ held }) => held === subscribers.length, 'all subscribers are held');
  }

  async until(satisfied: (look: Look) => boolean, what: string): Promise<void> {
    let look: Look | undefined;
    for (const end = Date.now() + patience; Date.now() < end; await delay(20)) {
      look = (await this.#ask({ kind: 'look' }, 'look')).look;
      if (satisfied(look)) return;
    }
    throw new Error(`Not so after ${patience / 1000} s: ${what} (${JSON.stringify(look)}).`);
  }

  /** What was seen since this was last asked. */
  async read(): Promise<Seen> {
    return (await this.#ask({ kind: 'read' }, 'read')).seen;
  }

  async close(): Promise<void> {
    this.#say({ kind: 'leave' });
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  #say(order: Order): void {
    this.#child.send(order);
  }

  async #ask<Kind extends Report['kind']>(order: Order, kind: Kind): Promise<Extract<Report, { kind: Kind }>> {
    this.#say(order);
    for (;;) {
      const [report] = (await once(this.#child, 'message')) as [Report];
      if (report.kind === kind) return report as Extract<Report, { kind: Kind }>;
    }
  }
}
