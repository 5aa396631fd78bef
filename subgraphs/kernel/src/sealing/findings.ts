import type { ChainFinding } from './chain-finding.js';

const mostTold = 100;

/** What a look through a log finds: the first of it in order; more is only counted. */
export class Findings<Kind extends string> {
  readonly #told: ChainFinding<Kind>[] = [];
  #found = 0;

  get told(): readonly ChainFinding<Kind>[] {
    return this.#told;
  }

  get found(): number {
    return this.#found;
  }

  tell(kind: Kind, position: number | null, entry: string | null, problem: string): void {
    this.#found += 1;
    if (this.#told.length < mostTold) this.#told.push({ kind, position, entry, problem });
  }
}
