import { TimedOut } from './upstream-failures.js';

/**
 * How long one request to a subgraph is waited for: as long as a subgraph has for an answer, and as long as an operation waits for it. Whether
 * an operation waits is its own deadline's to say; several may share a request.
 */
export class RequestWait {
  #reason: Error | undefined;
  #listener: ((reason: Error) => void) | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(milliseconds: number) {
    this.#timer = setTimeout(() => this.giveUp(new TimedOut(`no answer within ${milliseconds} ms`)), milliseconds);
  }

  /** Why it was given up; undefined while it was not. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  /** Whoever works on the request now is told when it is given up; the one before is not told any more. */
  set listener(listener: ((reason: Error) => void) | undefined) {
    this.#listener = listener;
  }

  giveUp(reason: Error): void {
    this.#reason ??= reason;
    clearTimeout(this.#timer);
    const listener = this.#listener;
    this.#listener = undefined;
    listener?.(this.#reason);
  }

  /** The request is done, and cannot be given up any more. */
  done(): void {
    clearTimeout(this.#timer);
    this.#listener = undefined;
  }
}
