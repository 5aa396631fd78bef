const usual = { failures: 5, coolDown: 2_000 };

/**
 * Keeps requests from a subgraph that does not answer: after so many failures in a row none is let through for a while, then one, whose
 * outcome decides. Times are in milliseconds.
 */
export class CircuitBreaker {
  readonly #limit: number;
  readonly #coolDown: number;
  readonly #now: () => number;
  #failures = 0;
  #trialFrom = 0;
  #trying = false;

  constructor({ failures, coolDown } = usual, now: () => number = () => performance.now()) {
    this.#limit = failures;
    this.#coolDown = coolDown;
    this.#now = now;
  }

  /** Whether a request may go; who is told yes tells the outcome. */
  admits(): boolean {
    if (this.#failures < this.#limit) return true;
    if (this.#trying || this.#now() < this.#trialFrom) return false;
    this.#trying = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#trying = false;
  }

  failed(): void {
    this.#failures += 1;
    this.#trying = false;
    this.#trialFrom = this.#now() + this.#coolDown;
  }

  /** A request ended without telling anything about the subgraph. */
  abandoned(): void {
    this.#trying = false;
  }
}
