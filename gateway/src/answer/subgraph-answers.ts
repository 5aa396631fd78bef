import { SharingNotes } from './sharing-notes.js';

/** Milliseconds: a flush of an owner's audit log takes a few. */
const momentMs = 250;

/** Milliseconds after which who waits for more is told again: what came last, or the word itself, may have gone to another process of the owner. */
const toldAgainAfter = 200;

/** What the subgraphs tell about one operation besides data and errors. New for each operation. */
export class SubgraphAnswers {
  readonly notes = new SharingNotes();
  readonly #ahead: Promise<void>[] = [];
  /** By owner, how to say that nothing more is asked of it; of those who were told that more would be. */
  readonly #expecting = new Map<string, () => void>();
  /** Those of them whose entries are not known to be durable. */
  readonly #unwritten = new Map<Promise<void>, () => void>();
  #known = false;
  #unknown = false;

  /**
   * An answer came ahead of its entry in the owner's audit log.
   *
   * @param expecting where the owner was told that more would be asked: how to say that it is not
   */
  goneAhead(owner: string, recorded: Promise<void>, expecting?: () => void): void {
    this.#ahead.push(recorded);
    if (!expecting) return void this.#expecting.delete(owner);
    this.#expecting.set(owner, expecting);
    this.#unwritten.set(recorded, expecting);
    const written = () => this.#unwritten.delete(recorded);
    recorded.then(written, written);
  }

  /**
   * Waits until the entries of all answers are durable, and no longer than the operation itself is waited for.
   *
   * @param deadline of the operation; where it has passed already, entries that are about to be written have a moment
   * @throws Error where one is not known to be: then nothing may leave
   */
  async recorded(deadline: AbortSignal): Promise<void> {
    if (this.#ahead.length === 0) return;
    for (const tell of this.#expecting.values()) tell();
    const again = this.#unwritten.size > 0 ? setInterval(() => this.#unwritten.forEach((tell) => tell()), toldAgainAfter) : undefined;
    let giveUp: (() => void) | undefined;
    let moment: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_resolve, reject) => {
      giveUp = () => (moment = setTimeout(() => reject(new Error('no word of all entries within the time of the operation')), momentMs));
      if (deadline.aborted) giveUp();
      else deadline.addEventListener('abort', giveUp, { once: true });
    });
    try {
      await Promise.race([Promise.all(this.#ahead), over]);
    } finally {
      clearTimeout(moment);
      clearInterval(again);
      if (giveUp) deadline.removeEventListener('abort', giveUp);
    }
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
