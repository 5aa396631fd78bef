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

  /** Waits for the answer until one of the caller's own signals says that it need not come any more. */
  join(signals: readonly AbortSignal[]): Promise<Answer> {
    this.#waiting += 1;
    return new Promise((resolve, reject) => {
      const stop = () => signals.forEach((signal) => signal.removeEventListener('abort', leave));
      const leave = () => {
        stop();
        const reason = new Abandoned('nobody waits for the answer any more');
        reject(reason);
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#giveUp(reason);
      };
      this.#answer.finally(stop).then(resolve, reject);
      if (signals.some(({ aborted }) => aborted)) leave();
      else signals.forEach((signal) => signal.addEventListener('abort', leave));
    });
  }
}
