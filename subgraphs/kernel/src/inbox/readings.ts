/**
 * Which of several readings of one replica is kept, where a later one may be under way before an earlier one ends: one that was begun before the one that is
 * kept tells of what is over.
 */
export class Readings {
  #begun = 0;
  #kept = 0;

  /** Begins a reading. @returns to be asked when it has ended: whether what it found is to be kept */
  begin(): () => boolean {
    const reading = (this.#begun += 1);
    return () => {
      if (reading <= this.#kept) return false;
      this.#kept = reading;
      return true;
    };
  }
}
