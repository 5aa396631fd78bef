/** Something a check found wrong: where, and what to do about it. */
export interface Finding {
  /** Path from the root, with the line after a colon where one is known. */
  readonly place: string;
  readonly message: string;
}
