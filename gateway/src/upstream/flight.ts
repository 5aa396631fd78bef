import { Abandoned } from './upstream-failures.js';

/** A request under way for one or more who wait for it; it is given up when none of them is left. */
export class Flight<Answer> {
  readonly #answer: Promise<Answer>;
  readonly #giveUp: (reason: Error) => void;
  #waiting = 0;

  constructor(answer: Promise<Answer>, giveUp: (reason: Error) => void) {
    this.#answer = answer;
    this.#giveUp = giveUp;
  }

  /** Waits for the answer until the caller's own signal says that it need not come any more. */
  join(signal: AbortSignal): Promise<Answer> {
    this.#waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        const reason = new Abandoned();
        reject(reason);
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#giveUp(reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#answer.finally(() => signal.removeEventListener('abort', leave)).then(resolve, reject);
    });
  }
}
