import type { RequestWait } from './request-wait.js';
import { TooManyWaiting } from './upstream-failures.js';

const usual = { atOnce: 32, waiting: 8_192 };

/** Lets only so many requests be with a subgraph at once; the others wait in order, up to a number, as long as anybody waits for their answer. */
export class ConcurrencyGate {
  readonly #atOnce: number;
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();
  #inside = 0;

  constructor({ atOnce, waiting } = usual) {
    this.#atOnce = atOnce;
    this.#limit = waiting;
  }

  /** Whether half of the places are taken. */
  get halfTaken(): boolean {
    return this.#inside * 2 >= this.#atOnce;
  }

  /** Resolves, or is done at once, when the request may go; who went in must leave. */
  enter(wait: RequestWait): Promise<void> | undefined {
    if (this.#inside < this.#atOnce) {
      this.#inside += 1;
      return undefined;
    }
    if (this.#waiting.size >= this.#limit) return Promise.reject(new TooManyWaiting(`${this.#limit} requests wait already`));
    return new Promise((resolve, reject) => {
      const go = () => {
        wait.listener = undefined;
        resolve();
      };
      this.#waiting.add(go);
      wait.listener = (reason) => {
        this.#waiting.delete(go);
        reject(reason);
      };
    });
  }

  leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#inside -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
