/** One at a time, of those who would each change what the others rest on. */
export class Turns {
  #last: Promise<void> | undefined;

  /** Does something at once where nobody is at it, and else not at all: waits for those before it, after whom things are otherwise. @throws what is thrown by what was done */
  async unlessOvertaken(work: () => Promise<void>): Promise<void> {
    if (this.#last) return this.#last;
    const done = work();
    this.#last = done.catch(() => undefined).finally(() => (this.#last = undefined));
    await done;
  }
}
