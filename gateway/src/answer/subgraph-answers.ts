import { SharingNotes } from './sharing-notes.js';

/** What the subgraphs tell about one operation besides data and errors. New for each operation. */
export class SubgraphAnswers {
  readonly notes = new SharingNotes();
  #known = false;
  #unknown = false;

  /** A subgraph knew the caller and answered. */
  callerKnown(): void {
    this.#known = true;
  }

  /** A subgraph did not know the caller (401). */
  callerUnknown(): void {
    this.#unknown = true;
  }

  /** Whether no subgraph that was asked knew the caller. */
  get callerUnknownToAll(): boolean {
    return this.#unknown && !this.#known;
  }
}
