import { TimedOut } from './upstream-failures.js';

/** The end of the time that a request has, or of anybody's interest in it, whichever comes first. */
export class Deadline {
  #reason: Error | undefined;
  #listener: ((reason: Error) => void) | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(milliseconds: number) {
    this.#timer = setTimeout(() => this.end(new TimedOut(`no answer within ${milliseconds} ms`)), milliseconds);
  }

  /** Why it has come; undefined while it has not. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  /** Whoever works on the request now is told when the deadline comes; the one before is not told any more. */
  set listener(listener: ((reason: Error) => void) | undefined) {
    this.#listener = listener;
  }

  end(reason: Error): void {
    this.#reason ??= reason;
    clearTimeout(this.#timer);
    const listener = this.#listener;
    this.#listener = undefined;
    listener?.(this.#reason);
  }

  /** The request is done; no deadline comes any more. */
  met(): void {
    clearTimeout(this.#timer);
    this.#listener = undefined;
  }
}
