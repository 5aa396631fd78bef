/** What ends something; where that is several things, it may return what did not end as it should, in words. */
export type End = () => Promise<void | readonly string[]>;

/** Remembers how to end what was begun, and ends it in the reverse order; what fails to end does not keep the rest from ending. */
export class Teardown {
  readonly #steps: { readonly what: string; readonly end: End }[] = [];

  add(what: string, end: End): void {
    this.#steps.push({ what, end });
  }

  /** @returns what did not end as it should, in words */
  async run(): Promise<string[]> {
    const failures: string[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      const { what, end } = step;
      try {
        failures.push(...((await end()) ?? []));
      } catch (error) {
        failures.push(`${what} did not end cleanly: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return failures;
  }
}
