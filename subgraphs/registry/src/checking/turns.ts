/** Milliseconds in which whoever goes ahead reads anew and comes back, before the others may go on. */
const headStart = 2_000;

/** One at a time, of those who would each change what the others rest on. */
export class Turns {
  readonly #headStart: number;
  #last: Promise<void> | undefined;
  /** Whether somebody waits who goes ahead of the others. */
  #isAheadAwaited = false;
  /** While the next turn is kept for who goes ahead: ends that. */
  #take: (() => void) | undefined;

  constructor(longest = headStart) {
    this.#headStart = longest;
  }

  /**
   * Does something at once where nobody is at it, and else not at all: waits for those before it, after whom things are otherwise.
   * @param how `ahead`: waits for the one that is at it and for no other, for whom the next turn is kept
   * @throws what is thrown by what was done
   */
  async unlessOvertaken(work: () => Promise<void>, { ahead = false }: { readonly ahead?: boolean } = {}): Promise<void> {
    if (this.#last && !(ahead && this.#take)) return this.#wait(ahead);
    this.#take?.();
    const done = work();
    this.#last = done.catch(() => undefined).finally(() => this.#end());
    await done;
  }

  /** Whoever goes ahead reads anew after the one that is at it, and all others once nobody goes ahead of them. */
  async #wait(ahead: boolean): Promise<void> {
    this.#isAheadAwaited ||= ahead;
    for (let last = this.#last; last; last = ahead ? undefined : this.#last) await last;
  }

  /** Lets the next one come; one who goes ahead, if he comes soon. */
  #end(): void {
    this.#last = undefined;
    if (!this.#isAheadAwaited) return;
    this.#isAheadAwaited = false;
    this.#last = new Promise((resolve) => {
      const take = () => {
        clearTimeout(late);
        this.#take = undefined;
        this.#last = undefined;
        resolve();
      };
      const late = setTimeout(take, this.#headStart).unref();
      this.#take = take;
    });
  }
}
