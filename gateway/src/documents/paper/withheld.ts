import type { MergedNotes, PositionedNote } from '../../answer/sharing-notes.js';

/** What of an answer was refused or masked by the terms: told by position, not by row. */
export class Withheld {
  readonly #refused: readonly PositionedNote[];
  readonly #masked: readonly PositionedNote[];
  /** In the order in which they came up on the paper. */
  readonly #noted: { readonly label: string; readonly note: PositionedNote }[] = [];

  constructor(notes: MergedNotes | undefined) {
    this.#refused = notes?.refused ?? [];
    this.#masked = notes?.masked ?? [];
  }

  /** Why there is nothing at a position; undefined where nothing was refused there or above. */
  refusalAt(path: readonly string[]): PositionedNote | undefined {
    return this.#refused.find((note) => note.path.every((part, n) => path[n] === part));
  }

  /** How what stands at a position was masked. */
  maskAt(path: readonly string[]): PositionedNote | undefined {
    return this.#masked.find((note) => note.path.length === path.length && note.path.every((part, n) => path[n] === part));
  }

  /** The number of the note at the end of the document that tells why. */
  numberOf(label: string, note: PositionedNote): number {
    const known = this.#noted.findIndex((each) => each.note === note && each.label === label);
    return known >= 0 ? known + 1 : this.#noted.push({ label, note });
  }

  get noted(): readonly { readonly label: string; readonly note: PositionedNote }[] {
    return this.#noted;
  }
}
