import { SharingNotes } from './sharing-notes.js';

/** What the subgraphs tell about one operation besides data and errors. New for each operation. */
export class SubgraphAnswers {
  readonly notes = new SharingNotes();
  readonly #ahead: Promise<void>[] = [];
  #known = false;
  #unknown = false;

  /** An answer came ahead of its entry in the owner's audit log. */
  goneAhead(recorded: Promise<void>): void {
    this.#ahead.push(recorded);
  }

  /** Waits until the entries of all answers are durable. @throws Error where one is not known to be: then nothing may leave */
  async recorded(): Promise<void> {
    await Promise.all(this.#ahead);
  }

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
