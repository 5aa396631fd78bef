/** A contract as the registry lists it: with its hash, or with why none can be made. */
export interface ListedContract {
  readonly variant: string;
  /** sha-256:… of its SDL. */
  readonly contentHash: string | null;
  readonly problem: string | null;
}
