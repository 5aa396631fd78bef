/** The time that one operation has: its signal cancels what is asked of subgraphs when it is over. Ends with the answer. */
export class OperationDeadline {
  readonly #controller = new AbortController();
  readonly #milliseconds: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds in all. */
  get limit(): number {
    return this.#milliseconds;
  }

  get passed(): boolean {
    return this.signal.aborted;
  }

  start(): void {
    this.#timer ??= setTimeout(() => this.#controller.abort(), this.#milliseconds).unref();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
