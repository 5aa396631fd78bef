import type { PositionedNote } from '../../answer/sharing-notes.js';
import type { Withheld } from './withheld.js';

/** One place of the answer that a document is made from. */
export class Reading {
  readonly value: unknown;
  readonly #path: readonly string[];
  readonly #withheld: Withheld;

  constructor(value: unknown, path: readonly string[], withheld: Withheld) {
    this.value = value ?? undefined;
    this.#path = path;
    this.#withheld = withheld;
  }

  /** What lies deeper, by names with dots between. */
  at(names: string): Reading {
    return names.split('.').reduce<Reading>((reading, name) => {
      const inside = (reading.value as Readonly<Record<string, unknown>> | undefined)?.[name];
      return new Reading(inside, [...reading.#path, name], reading.#withheld);
    }, this);
  }

  /** The entries of a list; none where there is no list. */
  get rows(): readonly Reading[] {
    return Array.isArray(this.value) ? this.value.map((entry) => new Reading(entry, this.#path, this.#withheld)) : [];
  }

  get isGiven(): boolean {
    return this.value !== undefined;
  }

  /** As text; empty where there is nothing. */
  get text(): string {
    return this.value === undefined ? '' : String(this.value);
  }

  /** Why there is nothing here; undefined where there is something, or nothing was withheld. */
  get refusal(): PositionedNote | undefined {
    return this.isGiven ? undefined : this.#withheld.refusalAt(this.#path);
  }

  get mask(): PositionedNote | undefined {
    return this.#withheld.maskAt(this.#path);
  }

  /** The number of the note that tells why, under the name by which the paper calls what stands here. */
  noted(label: string, note: PositionedNote): number {
    return this.#withheld.numberOf(label, note);
  }
}
