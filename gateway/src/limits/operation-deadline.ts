/**
 * How long an operation waits for subgraphs: its one signal cancels what is asked of them when its time is over, and a query's also when its
 * client has gone. Ends with the answer.
 */
export class OperationDeadline {
  readonly #controller = new AbortController();
  readonly #milliseconds: number;
  readonly #clientGone: AbortSignal | undefined;
  #timer: NodeJS.Timeout | undefined;
  #passed = false;

  constructor(milliseconds: number, clientGone?: AbortSignal) {
    this.#milliseconds = milliseconds;
    this.#clientGone = clientGone;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds in all. */
  get limit(): number {
    return this.#milliseconds;
  }

  /** Whether the time is over; a client that has gone is told nothing. */
  get passed(): boolean {
    return this.#passed;
  }

  start(): void {
    this.#timer ??= setTimeout(() => {
      this.#passed = true;
      this.#controller.abort();
    }, this.#milliseconds).unref();
  }

  /** From now on it ends also with the client: for a query, while what a mutation has begun is carried through. */
  endWithClient(): void {
    if (this.#clientGone?.aborted) this.#controller.abort();
    this.#clientGone?.addEventListener('abort', this.#abandon, { once: true });
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#clientGone?.removeEventListener('abort', this.#abandon);
  }

  readonly #abandon = () => this.#controller.abort();
}
