/** A label to be stuck onto a sample or a shelf. */
export interface Label {
  /** In large letters: the number or the place. */
  readonly heading: string;
  /** In a box beside it: what part of a sample it is (检验样, 备样). */
  readonly badge: string | undefined;
  /** Names and what stands for them; what is empty is left out. */
  readonly lines: readonly (readonly [string, string])[];
  /** What its QR code says. */
  readonly code: string;
}
