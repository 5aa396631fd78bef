/** What may be wrong with the chain of a sealed log. */
export type ChainProblem = 'ENTRY_ALTERED' | 'ENTRY_MISSING' | 'ENTRY_INSERTED' | 'ENTRY_FORGED' | 'CHECKPOINT_ALTERED' | 'CHECKPOINT_MISSING' | 'HISTORY_REPLACED';

/** What is wrong with a sealed log, and where. */
export interface ChainFinding<Kind extends string = ChainProblem> {
  readonly kind: Kind;
  /** Where it begins; null for what stands at no position. */
  readonly position: number | null;
  /** Id of the entry that stands there, if it still tells one. */
  readonly entry: string | null;
  /** One sentence in words. */
  readonly problem: string;
}
