import type { GraphQLError } from 'graphql';
import { sizeOfResult } from './size-of-result.js';
import type { EventResult } from './subscription-plan.js';

/** Most results that wait for one client, and the bytes with which it is full too; one that lets more wait reads the log for itself. */
const longest = 64;
const heaviest = 1024 * 1024;
/** Milliseconds for which what was decided may wait: then it is decided anew, for rights may have changed, and the end of a grant takes effect within two seconds. */
const fresh = 1_500;

/** A transport that waits for the next result. */
interface Pull {
  readonly resolve: (result: IteratorResult<EventResult, void>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What was read for a client and has not left for its connection yet; bounded, in number, in size and in how long it may wait. The transport pulls one
 * result after the other.
 */
export class EventQueue implements AsyncGenerator<EventResult, void, void> {
  readonly #onLeft: () => void;
  readonly #onStale: () => boolean;
  /** Each with when it came, in the clock of `performance`. */
  readonly #results: { readonly result: EventResult; readonly came: number }[] = [];
  readonly #awaitingRoom = new Set<() => void>();
  #size = 0;
  #cursor: string | undefined;
  #pull: Pull | undefined;
  #end: { readonly error: GraphQLError | undefined } | undefined;
  #tellEnd: () => void = () => undefined;
  /** Resolves when there is an end to be told: no more comes but that. */
  readonly ended = new Promise<void>((resolve) => (this.#tellEnd = resolve));

  /**
   * @param onLeft called when the client has left or has been told the end
   * @param onStale called when what waits has waited too long; tells whether it is read again
   */
  constructor(onLeft: () => void, onStale: () => boolean) {
    this.#onLeft = onLeft;
    this.#onStale = onStale;
  }

  get full(): boolean {
    return this.#results.length >= longest || this.#size >= heaviest;
  }

  /** Cursor of the last result that has left; undefined before the first. */
  get cursor(): string | undefined {
    return this.#cursor;
  }

  push(result: EventResult): void {
    if (this.#end) return;
    const pull = this.#pull;
    this.#pull = undefined;
    if (pull) return pull.resolve(this.#leaves(result));
    this.#results.push({ result, came: performance.now() });
    this.#size += sizeOfResult(result);
  }

  /** Resolves when everything has left, or when the client has. */
  async drained(): Promise<void> {
    if (this.#results.length === 0 || this.#end) return;
    await new Promise<void>((resolve) => this.#awaitingRoom.add(resolve));
  }

  /**
   * Ends, with an error by telling it. What still waits is dropped: it was decided under rights that may have ended, and comes again to
   * who goes on after the last cursor.
   */
  end(error?: GraphQLError): void {
    if (this.#end) return;
    this.#end = { error };
    this.#tellEnd();
    this.#drop();
    if (this.#pull) this.#finish(this.#pull);
    this.#roomAgain();
  }

  next(): Promise<IteratorResult<EventResult, void>> {
    const [oldest] = this.#results;
    if (oldest && performance.now() - oldest.came > fresh && this.#onStale()) this.#drop();
    const next = this.#results.shift();
    if (next) this.#size -= sizeOfResult(next.result);
    if (this.#results.length === 0) this.#roomAgain();
    if (next) return Promise.resolve(this.#leaves(next.result));
    return new Promise((resolve, reject) => {
      this.#pull = { resolve, reject };
      if (this.#end) this.#finish(this.#pull);
    });
  }

  return(): Promise<IteratorResult<EventResult, void>> {
    this.end();
    this.#onLeft();
    return Promise.resolve({ value: undefined, done: true });
  }

  async throw(error: unknown): Promise<IteratorResult<EventResult, void>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  #drop(): void {
    this.#results.length = 0;
    this.#size = 0;
  }

  #leaves(result: EventResult): IteratorResult<EventResult, void> {
    this.#cursor = result.extensions.cursor;
    return { value: result, done: false };
  }

  #roomAgain(): void {
    for (const resolve of this.#awaitingRoom) resolve();
    this.#awaitingRoom.clear();
  }

  #finish({ resolve, reject }: Pull): void {
    this.#pull = undefined;
    this.#onLeft();
    if (this.#end?.error) reject(this.#end.error);
    else resolve({ value: undefined, done: true });
  }
}
