import postgres from 'postgres';
import { logChannel } from './append-events.js';

/** Wakes those who wait for the log. The notification says only that there may be more; what there is stands in the log. */
export class LogWake {
  readonly #sql: ReturnType<typeof postgres>;
  readonly #waiting = new Set<() => void>();
  #heard = 0;

  constructor(databaseUrl: string) {
    // postgres.js listens again by itself after the server was restarted; `pg` does not.
    this.#sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined, connection: { application_name: 'hub-log-wake' } });
  }

  async start(): Promise<void> {
    await this.#sql.listen(logChannel, () => this.#wake(), () => this.#wake());
  }

  /** How many notifications there have been: taken before reading and given to `next`, it lets none be missed between the two. */
  get heard(): number {
    return this.#heard;
  }

  /** Resolves at the next notification after those `heard`, after `milliseconds`, or when the signal aborts. */
  next(milliseconds: number, signal: AbortSignal, heard = this.#heard): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || heard !== this.#heard) return resolve();
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#waiting.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  async stop(): Promise<void> {
    this.#wake();
    await this.#sql.end({ timeout: 2 });
  }

  #wake(): void {
    this.#heard += 1;
    for (const done of [...this.#waiting]) done();
  }
}
